import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { CHANNELS, jsonErrorAt, type Channel } from '#domain';
import { frenchError } from '#messaging/messages';
import { readText } from '#nlp';
import { Failure } from '../failure.js';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()], { error: ({ input }) => `${input === undefined ? 'champ obligatoire' : 'mauvais type'} ; attendu : un texte ou un nombre` }),
  text: z.string(),
  channel: z.enum(CHANNELS).optional(),
  subject: z.string().optional(),
});

/** Reads one text, given or from standard input, and prints what was seen, indented for people. */
export async function readOne(text: string | undefined, channel: Channel): Promise<void> {
  const given = text ?? (await textOf(process.stdin));
  process.stdout.write(`${JSON.stringify(readText(given, { channel }), null, 2)}\n`);
}

/**
 * One JSON line in, one JSON line out, in order and in constant memory. A wrong line is told on standard error with its
 * number and does not stop the others.
 * @returns the exit code: 0, or 2 when a line was wrong
 */
export async function readLines(file: string, channel: Channel): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  let wrong = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const problem = await answer(line, channel);
      if (problem === null) continue;
      wrong += 1;
      process.stderr.write(`${file}:${number}: ${problem}\n`);
    }
  } catch (error) {
    throw new Failure(`${file} : ${error instanceof Error ? error.message : String(error)}`);
  }
  return wrong > 0 ? 2 : 0;
}

/** Prints what was read of a line; returns why it could not be read, or null. */
async function answer(line: string, channel: Channel): Promise<string | null> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `pas du JSON valable (colonne ${(jsonErrorAt(line) ?? line.length) + 1})`;
  }
  const read = lineSchema.safeParse(value, { error: frenchError });
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.length === 0 ? 'la ligne' : `« ${path.join('.')} »`} : ${message}`).join(' ; ');
  const { id, text, subject } = read.data;
  const out = JSON.stringify({ id, ...readText(text, { channel: read.data.channel ?? channel, subject }) });
  if (!process.stdout.write(`${out}\n`)) await once(process.stdout, 'drain');
  return null;
}
