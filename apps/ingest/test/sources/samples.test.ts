import { describe, expect, it } from 'vitest';
import type { Interaction } from '#domain';
import { chooseSource } from '../../src/sources/choose-source.js';
import { SOURCES } from '../../src/sources/index.js';
import { readAll, samplesBeside } from './read-one.js';

const SAMPLES = samplesBeside();
const named = SAMPLES.map(({ format, fileName, bytes }): [string, string, Buffer] => [format, fileName, bytes]);

const interactionsOf = async (bytes: Buffer, fileName: string): Promise<Interaction[]> =>
  (await readAll(bytes, { fileName })).map((item) => {
    if (item.kind === 'refused') throw new Error(item.detail);
    return item.interaction;
  });

/** A document, or documents one a line. */
const documentsIn = (bytes: Buffer, fileName: string): unknown[] =>
  fileName.endsWith('.json') ? [JSON.parse(bytes.toString())] : /\.(?:jsonl|ndjson)$/.test(fileName) ? bytes.toString().trim().split('\n').map((line): unknown => JSON.parse(line)) : [];

/** What tools measure of voices, or conclude about people: none of it is words. */
const NOT_WORDS = /sentiment|loudness|pitch|emotion|acoustic|tone|empathy|energy|toxicity|talk_?speed/i;

/** Every key, at any depth. */
const keysOf = (node: unknown): string[] =>
  typeof node !== 'object' || node === null ? [] : Object.entries(node).flatMap(([key, value]) => [...(Array.isArray(node) ? [] : [key]), ...keysOf(value)]);

/** Every value that stands under such a key, as text. */
function measuredIn(node: unknown, under = false): string[] {
  if (typeof node !== 'object' || node === null) return under && node !== null ? [typeof node === 'string' ? node : JSON.stringify(node)] : [];
  return Object.entries(node).flatMap(([key, value]) => measuredIn(value, under || (!Array.isArray(node) && NOT_WORDS.test(key))));
}

describe('the samples of all formats', () => {
  it.each(named)('%s: %s is claimed by its reader alone, whatever its name', (format, _, bytes) => {
    expect(SOURCES.filter((source) => source.detect(bytes, 'fichier')).map((source) => source.format)).toEqual([format]);
    expect(chooseSource(bytes, 'fichier.txt')).toMatchObject({ kind: 'ok', value: { format } });
  });

  it.each(named)('%s: %s is read into interactions of which every turn has words, in order of time', async (format, name, bytes) => {
    for (const { source, turns } of await interactionsOf(bytes, name)) {
      // A mail is the same one in a file of its own and in a mailbox.
      expect(source).toBe(format === 'mbox' ? 'mailbox' : format);
      expect(turns.every(({ text }) => text.trim() !== '')).toBe(true);
      const offsets = turns.flatMap(({ offsetMs }) => offsetMs ?? []);
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    }
  });

  it.each(named)('%s: nothing that was measured of a voice in %s goes on', async (_, name, bytes) => {
    const published = await interactionsOf(bytes, name);
    expect(keysOf(published).filter((key) => NOT_WORDS.test(key))).toEqual([]);
    const text = JSON.stringify(published);
    // Long enough that no other figure or word is the same by chance.
    const telling = documentsIn(bytes, name).flatMap((document) => measuredIn(document)).filter((value) => value.length >= 5);
    // Words that were said, and the names of who said them, stand beside a measure too.
    const said = JSON.stringify(published.flatMap(({ turns, participants }) => [...turns.map((turn) => turn.text), ...participants.map(({ id }) => id)]));
    expect(telling.filter((value) => text.includes(value) && !said.includes(value))).toEqual([]);
  });

  it('hold such measures, or the test above would prove nothing', () => {
    const measured = SAMPLES.flatMap(({ bytes, fileName }) => documentsIn(bytes, fileName).flatMap((document) => measuredIn(document)));
    expect(measured).toEqual(expect.arrayContaining(['-0.6180339', '0.7654321', '0.1234567', '71.0625', '81.3125', '-2.7182818', '1.4142135', '0.5772156', '211.34375', '0.7320508']));
  });
});
