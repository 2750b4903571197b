import { gzipSync, deflateRawSync } from 'node:zlib';
import type { Chance } from './chance.js';

/** What somebody, or a broken disk, may do to a file. Never more than ATTACK_BYTES longer than what it was made from. */
export type Attack = (bytes: Buffer, chance: Chance, others: readonly Buffer[]) => Buffer;

export const ATTACK_BYTES = 2_200_000;

const spliced = (bytes: Buffer, at: number, piece: Buffer | string, drop = 0): Buffer => Buffer.concat([bytes.subarray(0, at), Buffer.from(piece), bytes.subarray(at + drop)]);
const place = (bytes: Buffer, chance: Chance): number => chance.below(bytes.length + 1);

/** Members of a JSON text, as written. */
const KEY = /"([A-Za-z_][\w-]{0,40})"\s*:/g;
const STRANGE = ['null', '""', '-1', '1e400', '[]', '{}', '"\\u0000"', '"\\ud800"', 'true', '[[[[]]]]', '"9999-99-99T99:99:99Z"', '{"__proto__":{"role":"agent"}}'];

function flipBits(bytes: Buffer, chance: Chance): Buffer {
  const flipped = Buffer.from(bytes);
  for (let left = 1 + chance.below(64); left > 0 && flipped.length > 0; left--) flipped[chance.below(flipped.length)]! ^= 1 << chance.below(8);
  return flipped;
}

/** `"id": "autre"` beside the `"id"` that is there, before or after it. */
function duplicateKey(bytes: Buffer, chance: Chance): Buffer {
  const text = bytes.toString('latin1');
  const keys = [...text.matchAll(KEY)];
  if (keys.length === 0) return spliced(bytes, 0, 'Message-ID: <x@y>\r\nFrom: a@b\r\nFrom: c@d\r\n');
  const key = chance.pick(keys);
  return spliced(bytes, key.index, `"${key[1]}":${chance.pick([...STRANGE, '"autre"', '2'])},`);
}

/** A value in the place of another: whatever follows a colon, up to the next comma or end. */
function strangeValue(bytes: Buffer, chance: Chance): Buffer {
  const text = bytes.toString('latin1');
  const keys = [...text.matchAll(KEY)];
  if (keys.length === 0) return spliced(bytes, place(bytes, chance), chance.pick(STRANGE));
  const key = chance.pick(keys);
  const from = key.index + key[0].length;
  const end = /[,}\]]/.exec(text.slice(from, from + 10_000))?.index ?? 0;
  return spliced(bytes, from, chance.pick(STRANGE), end);
}

/** UTF-8 as something else, with and without a mark that says so. */
function wrongEncoding(bytes: Buffer, chance: Chance): Buffer {
  const text = bytes.toString('utf8');
  return chance.pick<() => Buffer>([
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    () => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), bytes]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), bytes]),
    () => Buffer.from(text, 'latin1'),
    () => spliced(bytes, place(bytes, chance), Buffer.from([0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf5, 0xff])),
    () => Buffer.from(bytes.toString('latin1'), 'utf8'),
  ])();
}

/** A ZIP with one entry, whose header says less than what comes out. */
function zipOf(content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1, 22);
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  return Buffer.concat([local, packed]);
}

/** 32 MiB of zeros, as small as they get. */
const BOMB = Buffer.alloc(32 * 1024 * 1024);
const BOMBS = [gzipSync(BOMB), zipOf(BOMB), gzipSync(gzipSync(BOMB))];

const XML_BOMB = `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha">${'bcdefghij'.replace(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)}]><html><body>&j;</body></html>`;
const YAML_BOMB = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (name, at: number) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]\n`)}`;
const HTML_BOMBS = ['&amp;'.repeat(50_000), '&#x110000;&#xd800;&#0;&#99999999999;'.repeat(5_000), '<div>'.repeat(60_000), '<!--'.repeat(60_000), `<a ${'b="'.repeat(60_000)}`, '&'.repeat(200_000), '<![CDATA['.repeat(30_000)];

/** Every attack by name. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'bits flipped': flipBits,
  truncated: (bytes, chance) => bytes.subarray(0, place(bytes, chance)),
  'beginning lost': (bytes, chance) => bytes.subarray(place(bytes, chance)),
  'a piece doubled': (bytes, chance) => spliced(bytes, place(bytes, chance), bytes.subarray(0, Math.min(bytes.length, 20_000))),
  'two files in one': (bytes, chance, others) => spliced(bytes, place(bytes, chance), chance.pick(others).subarray(0, 50_000)),
  'deep JSON': (bytes, chance) => spliced(bytes, place(bytes, chance), chance.pick(['[', '{"a":', '[{"a":']).repeat(10 + chance.below(30_000))),
  'deep JSON, closed': (bytes, chance) => {
    const depth = 1 + chance.below(400);
    return Buffer.from(`${'{"a":['.repeat(depth)}${bytes.toString('utf8')}${']}'.repeat(depth)}`);
  },
  'huge line': (bytes, chance) => spliced(bytes, place(bytes, chance), chance.pick(['a', ' ', '"', '\\', 'é', '> ', ': ', '\r']).repeat(1_000 + chance.below(100_000))),
  'a line that no message may have': (bytes, chance) => spliced(bytes, place(bytes, chance), Buffer.alloc(1_100_000, chance.pick(['x', ' ', '0']))),
  'many lines': (bytes, chance) => spliced(bytes, place(bytes, chance), chance.pick(['\n', '\r\n', '\r', '> \n', 'From x\n', '--\n', ':\n', '00:00 --> 00:01\n']).repeat(500 + chance.below(20_000))),
  'wrong encoding': wrongEncoding,
  'key twice': duplicateKey,
  'strange value': strangeValue,
  'control characters': (bytes, chance) => spliced(bytes, place(bytes, chance), chance.pick(['\0', '\u0001\u001b[2J', '\u202e', '\u2028', '\ufeff', '\u0085'])),
  'an archive': (bytes, chance) => chance.pick([gzipSync(bytes), zipOf(bytes), ...BOMBS]),
  'an archive inside': (bytes, chance) => spliced(bytes, place(bytes, chance), chance.pick(BOMBS).subarray(0, 60_000)),
  'entities of XML': (bytes, chance) => spliced(bytes, chance.pick([0, place(bytes, chance)]), XML_BOMB),
  'references of YAML': (bytes, chance) => spliced(bytes, chance.pick([0, bytes.length]), YAML_BOMB),
  'HTML without end': (bytes, chance) => spliced(bytes, place(bytes, chance), chance.pick(HTML_BOMBS)),
};

export const ATTACK_NAMES = Object.keys(ATTACKS);
