import { readFile } from 'node:fs/promises';
import { jsonErrorAt, lineAndColumnOf } from '#domain';
import { z } from 'zod';
import { callApi } from '../api/call-api.js';
import { Failure } from '../failure.js';
import { type Letter, letterLines, letterSchema, letterTable, wholeLetterSchema } from './letter-text.js';

const pageSchema = z.object({ items: z.array(letterSchema), next: z.string().nullable() });

export interface Target {
  readonly to: string;
  readonly format: 'text' | 'json';
}
export interface ListOptions extends Target {
  readonly status: string;
  readonly reason?: string;
  readonly source?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const addressOfLetter = (id: string): string => `/v1/dead-letters/${encodeURIComponent(id)}`;

/** Prints letters, the latest first: a table, or one JSON object a line. */
export async function listLetters(options: ListOptions): Promise<void> {
  const { status, reason, source, from, until } = options;
  const wanted = { status: status === 'all' ? undefined : status, reason, source, from, to: until };
  const filters = Object.entries(wanted).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const letters: Letter[] = [];
  for (let cursor: string | null = ''; cursor !== null && letters.length < options.limit; ) {
    const limit = String(Math.min(200, options.limit - letters.length));
    const query = new URLSearchParams([...filters, ['limit', limit]]);
    if (cursor !== '') query.set('cursor', cursor);
    const page: z.output<typeof pageSchema> = await callApi(options.to, `/v1/dead-letters?${query.toString()}`, pageSchema);
    letters.push(...page.items);
    cursor = page.next;
  }
  if (options.format === 'json') for (const letter of letters) say(JSON.stringify(letter));
  else say(letters.length === 0 ? 'Aucun message mis de côté.' : letterTable(letters));
}

/** Prints one letter; `raw`: its value's very bytes and nothing else. */
export async function showLetter(id: string, options: Target & { readonly raw?: boolean }): Promise<void> {
  const letter = await callApi(options.to, addressOfLetter(id), wholeLetterSchema);
  if (options.raw) process.stdout.write(Buffer.from(letter.value?.base64 ?? '', 'base64'));
  else say(options.format === 'json' ? JSON.stringify(letter, null, 2) : letterLines(letter));
}

/** Sends a letter again, as it is or as the interaction in a file. */
export async function replayLetter(id: string, options: Target & { readonly file?: string }): Promise<void> {
  const body = options.file === undefined ? {} : { interaction: await readInteraction(options.file) };
  const letter = await callApi(options.to, `${addressOfLetter(id)}/replay`, letterSchema, { method: 'POST', body });
  told(letter, options, `Message ${id} rejoué : interaction ${letter.settled?.interactionId ?? ''}`);
}

export async function discardLetter(id: string, options: Target & { readonly reason: string }): Promise<void> {
  const body = { reason: options.reason };
  const letter = await callApi(options.to, `${addressOfLetter(id)}/discard`, letterSchema, { method: 'POST', body });
  told(letter, options, `Message ${id} écarté : ${letter.settled?.note ?? ''}`);
}

const told = (letter: Letter, { format }: Target, text: string): void => say(format === 'json' ? JSON.stringify(letter) : text);

async function readInteraction(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Failure(`--file : ${file} ne se lit pas (${error instanceof Error ? error.message : String(error)}).`);
  });
  try {
    return interactionIn(JSON.parse(text));
  } catch {
    const { line, column } = lineAndColumnOf(text, jsonErrorAt(text) ?? text.length);
    throw new Failure(`--file : ${file}:${line}:${column} : ce n’est pas du JSON valable.`);
  }
}

/** What `show --raw` wrote of a structured event: the interaction is its data. */
function interactionIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('specversion' in value)) return value;
  if ('data' in value) return value.data;
  return 'data_base64' in value && typeof value.data_base64 === 'string' ? JSON.parse(Buffer.from(value.data_base64, 'base64').toString()) : value;
}
