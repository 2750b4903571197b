import * as fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../src/sources/index.js';
import { mutate, mutations, replaced, replacements } from './mutations.js';
import { isSettled, readAll, refusalOf, samplesBeside } from './read-one.js';

const samples = new URL('../../../../samples/', import.meta.url);
const sample = (folder: string, ending: string): Buffer => {
  const name = readdirSync(new URL(`${folder}/`, samples)).find((file) => file.endsWith(ending) && !file.endsWith('.meta.json'));
  return readFileSync(new URL(`${folder}/${name}`, samples));
};
const SEEDS: readonly (readonly [string, Buffer])[] = [
  ['eml', sample('email', '.eml')],
  ['diapason-chat', sample('chat', '.json')],
  ['webvtt', sample('phone', '.vtt')],
  ['whisper', sample('phone', '.json')],
  ...samplesBeside().map(({ format, bytes }) => [format, bytes] as const),
];
/** Files of other programs are JSON, whole but for a field that is not what it should be. */
const DOCUMENTS = samplesBeside()
  .filter(({ fileName }) => fileName.endsWith('.json'))
  .map(({ format, fileName, bytes }): [string, string, unknown] => [format, fileName, JSON.parse(bytes.toString())]);

describe('hostile input', () => {
  it.each(SEEDS)('%s: any mutation is read or refused, never thrown', async (format, seed) => {
    const property = fc.asyncProperty(mutations, (changes) => isSettled(mutate(seed, changes), format));
    expect(await fc.check(property, { numRuns: 150 })).toMatchObject({ failed: false });
  });

  it.each(DOCUMENTS)('%s: %s with fields that hold something else is read or refused, never thrown', async (format, _, document) => {
    const property = fc.asyncProperty(replacements, fc.boolean(), (changes, named) => isSettled(Buffer.from(JSON.stringify(replaced(document, changes))), named ? format : undefined));
    expect(await fc.check(property, { numRuns: 200 })).toMatchObject({ failed: false });
  });

  it('any bytes in any format are read or refused', async () => {
    const format = fc.constantFrom(undefined, ...SOURCES.map((source) => source.format));
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), format, (bytes, name) => isSettled(Buffer.from(bytes), name));
    expect(await fc.check(property, { numRuns: 300 })).toMatchObject({ failed: false });
  });

  it.each(SOURCES.filter(({ format, extensions }) => extensions.includes('.json') && format !== 'mapping').map((source) => source.format))('%s: deep JSON is refused before it is walked', async (format) => {
    expect((await refusalOf(`{"segments":${'['.repeat(200_000)}`, {}, format)).reason).toBe('too_deep');
  });

  it('text that PostgreSQL cannot keep becomes text that it can, without moving an offset', async () => {
    const [item] = await readAll(JSON.stringify({ segments: [{ start: 0, end: 1, text: 'a\0b\ud800c' }] }));
    expect(item).toMatchObject({ kind: 'interaction', interaction: { turns: [{ text: 'a\ufffdb\ufffdc' }] } });
  });

  it('too many turns are refused, not cut', async () => {
    const segments = Array.from({ length: 10_001 }, (_, i) => ({ start: i, end: i + 1, text: 'a' }));
    expect((await refusalOf(JSON.stringify({ segments }))).reason).toBe('too_many_turns');
  });

  it('more text than one message may carry is refused, not cut', async () => {
    expect((await refusalOf(`From: a@b.c\r\nTo: d@e.f\r\n\r\n${'mot '.repeat(300_000)}`)).reason).toBe('too_large');
  });

  it.each([
    ['elements that are never closed', '<style>'.repeat(300_000)],
    ['quotes that are never closed', `<a b='>`.repeat(300_000)],
    ['quotes that are closed far away', `<a b="x>`.repeat(300_000)],
    ['nothing but openings', '<'.repeat(900_000)],
  ])('HTML of %s ends in bounded time', async (_, html) => {
    const items = await readAll(`From: a@b.c\r\nTo: d@e.f\r\nContent-Type: text/html\r\n\r\n${html}`, {}, 'eml');
    expect(items).toHaveLength(1);
  });

  it('a mail of more lines than its parser bears is refused, one of as many lines in base64 is read', async () => {
    const headers = 'From: a@b.c\r\nTo: d@e.f\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
    const encoded = `--b\r\n\r\nBonjour\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(80_000)}--b--`;
    expect(await readAll(headers + encoded)).toMatchObject([{ kind: 'interaction' }]);
    expect((await refusalOf(`${headers}${' \n'.repeat(80_000)}`)).reason).toBe('too_large');
  });
});
