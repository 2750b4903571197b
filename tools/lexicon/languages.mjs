/**
 * The letter groups that tell languages apart, for libs/nlp/src/read/language.ts: those of the npm package eld (Efficient
 * Language Detector, Apache-2.0, its large database) for the languages that the product reads, 1 MB instead of the
 * 300 MB of memory and the seconds that the whole database takes to load.
 *
 * One line per group: the group as UTF-8 bytes, then two hexadecimal digits per language (00: not found in it).
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Kept in step with `LANGUAGES` of libs/nlp/src/read/language.ts. */
const LANGUAGES = ['fr', 'en', 'es', 'it', 'pt', 'de', 'nl', 'ar'];

const root = join(dirname(fileURLToPath(import.meta.resolve('eld'))), '..', '..');
const database = join(root, 'src', 'ngrams', 'large.js');
const alphabet = join(root, 'src', 'dictionary.js');

export const languages = {
  name: 'languages',
  sources: [join(root, 'package.json'), fileURLToPath(import.meta.url)],
  licence: { from: join(root, 'LICENSE'), to: 'LICENSE-eld.Apache-2.0.txt' },
  async build() {
    const { ngramsData } = await import(pathToFileURL(database).href);
    const { dictionary } = await import(pathToFileURL(alphabet).href);
    // eld writes each byte of UTF-8 as one character of its own; space stays the mark of a word's edge.
    const byteOf = new Map([[' ', ' ']]);
    dictionary.forEach((char, byte) => byteOf.has(char) || byteOf.set(char, String.fromCharCode(byte)));
    const ids = LANGUAGES.map((code) => Object.keys(ngramsData.languages).find((id) => ngramsData.languages[id] === code));
    const lines = [];
    for (const [group, scores] of Object.entries(ngramsData.ngrams)) {
      const found = ids.map((id) => (id in scores ? scores[id] + 1 : 0));
      if (!found.some(Boolean)) continue;
      lines.push(Array.from(group, (char) => byteOf.get(char)).join('') + found.map((score) => score.toString(16).padStart(2, '0')).join(''));
    }
    return Buffer.from(lines.toSorted().join('\n'), 'latin1');
  },
};
