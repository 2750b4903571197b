import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The lexicon as tools/lexicon/french.mjs lays it out; see `pack` there. */
export interface LexiconFile {
  readonly keyCount: number;
  readonly blocks: Uint32Array;
  readonly keys: Buffer;
  readonly lemmaAt: Uint32Array;
  readonly lemmas: Buffer;
  readonly formsAt: Uint32Array;
  readonly forms: Uint32Array;
}

export class LexiconMissingError extends Error {
  override readonly name = 'LexiconMissingError';
}

const MAGIC = 0x31584c44;
const HEADER_WORDS = 8;

/** The folder of the product's package.json, above this file: the same from sources and from dist. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && /"name":\s*"diapason"/.test(readFileSync(manifest, 'utf8'))) return folder;
    if (dirname(folder) === folder) throw new LexiconMissingError('no package.json of diapason above the reader');
    folder = dirname(folder);
  }
}

/** A file that `npm run build` made, by its path in dist/. Throws `LexiconMissingError` when it did not. */
export function readBuiltFile(name: string): Buffer {
  const path = join(projectRoot(), 'dist', name);
  if (!existsSync(path)) throw new LexiconMissingError(`${path} is missing: run \`npm run build\``);
  return readFileSync(path);
}

export function readLexiconFile(): LexiconFile {
  const read = readBuiltFile('lexicon/fr.lex');
  // A view on 32-bit words needs an aligned start, which a pooled buffer does not promise.
  const bytes = read.byteOffset % 4 === 0 ? read : Buffer.from(new Uint8Array(read).buffer);
  const words = (at: number, length: number): Uint32Array => new Uint32Array(bytes.buffer, bytes.byteOffset + at, length / 4);
  const header = words(0, HEADER_WORDS * 4);
  if (header[0] !== MAGIC) throw new LexiconMissingError('dist/lexicon/fr.lex is no lexicon: run `npm run build`');
  let at = HEADER_WORDS * 4;
  const sections = [...header.subarray(2)].map((length) => {
    const section = { at, length };
    at += length + (-length & 3);
    return section;
  });
  const numbers = (i: number): Uint32Array => words(sections[i]!.at, sections[i]!.length);
  const raw = (i: number): Buffer => bytes.subarray(sections[i]!.at, sections[i]!.at + sections[i]!.length);
  return { keyCount: header[1]!, blocks: numbers(0), keys: raw(1), lemmaAt: numbers(2), lemmas: raw(3), formsAt: numbers(4), forms: numbers(5) };
}
