import path from 'node:path';
import { parseInteraction } from '#messaging/messages';
import { readBytes, readDirectory, readMapping, readMetadata, REFUSAL_REASONS, SOURCES, type ReadItem, type Refused } from '#ingest/read';
import { describe, expect, it } from 'vitest';
import { ATTACK_BYTES, ATTACK_NAMES, ATTACKS } from './attacks.js';
import { Chance } from './chance.js';
import { SEEDS, SETTINGS_SEEDS } from './seeds.js';

const BYTES = SEEDS.map(({ bytes }) => bytes);

const FILES = 7_600;
const NAMED = ['undefined', ...SOURCES.map(({ format }) => format)];

const reasons = new Set<string>();
const formats = new Set<string>();
let taken = 0;
let read = 0;

/** A reader that throws is caught at the edge and told as `unreadable_file`, which no reader of bytes gives by itself. */
const isSettled = (item: ReadItem): boolean =>
  item.kind === 'interaction' ? parseInteraction(item.interaction).ok : REFUSAL_REASONS.includes(item.reason) && item.reason !== 'unreadable_file' && item.detail !== '';

function tally(item: ReadItem): void {
  if (item.kind === 'interaction') taken++;
  else reasons.add(item.reason);
  if (item.format !== undefined) formats.add(item.format);
}

/** The nth attacked file: the same one in every run. */
function nthAttacked(n: number): { file: string; attack: string; bytes: Buffer; chance: Chance } {
  const chance = new Chance(n);
  const { file, bytes } = SEEDS[n % SEEDS.length]!;
  const attack = ATTACK_NAMES[Math.floor(n / SEEDS.length) % ATTACK_NAMES.length]!;
  return { file, attack, chance, bytes: ATTACKS[attack]!(bytes, chance, BYTES) };
}

describe(`${FILES} attacked files of all formats`, () => {
  // In parts, so that one that fails tells where.
  const PART = 400;
  it.each(Array.from({ length: FILES / PART }, (_, part) => part * PART))('from %i on: each is read or refused for a listed reason', async (from) => {
    for (let n = from; n < from + PART; n++) {
      const { file, attack, bytes, chance } = nthAttacked(n);
      const format = chance.below(4) === 0 ? chance.pick(NAMED) : undefined;
      const items: ReadItem[] = [];
      for await (const item of readBytes(bytes, { fileName: path.basename(file) }, format === 'undefined' ? undefined : format)) items.push(item);
      const wrong = items.filter((item) => !isSettled(item));
      expect({ n, file, attack, wrong, items: items.length > 0, bounded: bytes.length <= ATTACK_BYTES + 200_000 }).toEqual({ n, file, attack, wrong: [], items: true, bounded: true });
      items.forEach(tally);
      read++;
    }
  }, 180_000);

  it('were worth it: every format was met, most reasons came up, and many files were read all the same', () => {
    expect(read).toBe(FILES);
    expect([...formats].sort()).toEqual(SOURCES.map(({ format }) => format).sort());
    expect([...reasons]).toEqual(expect.arrayContaining(['unknown_format', 'too_large', 'bad_encoding', 'not_json', 'too_deep', 'invalid_file', 'invalid_interaction', 'no_text']));
    expect(taken).toBeGreaterThan(FILES / 10);
  });
});

describe('attacked files, in pieces', () => {
  const STREAMING = SOURCES.filter((source) => source.readStream !== undefined);

  it.each(STREAMING.map(({ format }) => format))('%s: what comes in pieces of any size is read or refused', async (format) => {
    const source = STREAMING.find((one) => one.format === format)!;
    for (let n = 0; n < 150; n++) {
      const { bytes, chance, attack, file } = nthAttacked(n * 7);
      const wrong: ReadItem[] = [];
      for await (const item of source.readStream!(inPieces(bytes, chance), {})) if (!isSettled(item)) wrong.push(item);
      expect({ n, attack, file, wrong }).toEqual({ n, attack, file, wrong: [] });
    }
  }, 180_000);
});

async function* inPieces(bytes: Buffer, chance: Chance): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + chance.below(bytes.length > 100_000 ? 200_000 : 5_000);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** What each of the three makes of a file that is at most one of them. */
const refusalsOf = (file: string, bytes: Buffer): readonly Refused[] =>
  [readMetadata(bytes), readDirectory(bytes), readMapping(bytes, file)].filter((one) => one.kind === 'refused');

describe('attacked files beside the files', () => {
  it('are read or refused: sidecars, directories and mappings, references of YAML among them', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 300; n++) {
      const { file, bytes } = SETTINGS_SEEDS[n % SETTINGS_SEEDS.length]!;
      const attack = ATTACK_NAMES[Math.floor(n / SETTINGS_SEEDS.length) % ATTACK_NAMES.length]!;
      const refusals = refusalsOf(file, ATTACKS[attack]!(bytes, new Chance(n), BYTES));
      expect(refusals.length).toBeGreaterThan(1);
      for (const { reason } of refusals) seen.add(reason);
    }
    expect([...seen].sort()).toEqual(['invalid_directory', 'invalid_mapping', 'invalid_metadata']);
  });
});
