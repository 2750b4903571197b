import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Interaction } from '#domain';
import { parseInteraction } from '#messaging';
import { SOURCES } from '../../src/sources/index.js';
import { readBytes } from '../../src/sources/read-bytes.js';
import { REFUSAL_REASONS, type Refused } from '../../src/sources/refusal.js';
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

/** Whether every item is either what the stream takes, or refused for a listed reason. */
export async function isSettled(bytes: Buffer, format?: string): Promise<boolean> {
  const items = await readAll(bytes, {}, format);
  return items.every((item) => (item.kind === 'interaction' ? parseInteraction(item.interaction).ok : isReason(item)));
}

/** A reader that throws is caught at the edge; `unreadable_file` tells it, and no reader of bytes gives that by itself. */
const isReason = ({ reason }: Refused): boolean => REFUSAL_REASONS.includes(reason) && reason !== 'unreadable_file';

export interface Sample {
  readonly format: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The samples that lie beside their reader, sidecars left out. */
export function samplesBeside(): Sample[] {
  return SOURCES.flatMap(({ format }) => {
    const folder = new URL(`../../src/sources/${format}/samples/`, import.meta.url);
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => !file.endsWith('.meta.json')) : [];
    return files.map((fileName) => ({ format, fileName, bytes: readFileSync(new URL(fileName, folder)) }));
  });
}

/** The bytes of one of them. */
export function sampleOf(format: string, fileName: string): Buffer {
  const found = samplesBeside().find((sample) => sample.format === format && sample.fileName === fileName);
  if (found === undefined) throw new Error(`no sample ${format}/${fileName}`);
  return found.bytes;
}
