import type { Interaction } from '#domain';
import { readBytes } from '../../src/sources/read-bytes.js';
import type { Refused } from '../../src/sources/refusal.js';
import type { ReadContext, ReadItem } from '../../src/sources/source-reader.js';

export async function readAll(content: string | Buffer, context?: ReadContext, format?: string): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readBytes(Buffer.from(content), context, format)) items.push(item);
  return items;
}

/** The one interaction of a file. */
export async function readOne(content: string | Buffer, context?: ReadContext, format?: string): Promise<Interaction> {
  const [item, ...more] = await readAll(content, context, format);
  if (item?.kind !== 'interaction' || more.length > 0) throw new Error(`not one interaction: ${JSON.stringify([item, ...more])}`);
  return item.interaction;
}

/** The one refusal of a file. */
export async function refusalOf(content: string | Buffer, context?: ReadContext, format?: string): Promise<Refused> {
  const [item, ...more] = await readAll(content, context, format);
  if (item?.kind !== 'refused' || more.length > 0) throw new Error(`not one refusal: ${JSON.stringify([item, ...more])}`);
  return item;
}
