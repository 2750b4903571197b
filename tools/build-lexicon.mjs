/**
 * Builds what the reader of French looks words up in, into dist/lexicon: see lexicon/*.mjs for each file. Every file is
 * derived from a published package, whose licence is copied beside it; none is committed. Does nothing for a file that was
 * built from the same sources by the same script.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { french } from './lexicon/french.mjs';
import { languages } from './lexicon/languages.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'lexicon');

function stampOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  return hash.digest('hex');
}

mkdirSync(target, { recursive: true });
for (const lexicon of [french, languages]) {
  const { name, sources, licence } = lexicon;
  const file = join(target, `${name}.lex`);
  const stampFile = join(target, `${name}.stamp`);
  const stamp = stampOf(sources);
  if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
  // Written aside and renamed: a build cut short, or two at once, never leave half a file.
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, await lexicon.build());
  renameSync(partial, file);
  copyFileSync(licence.from, join(target, licence.to));
  writeFileSync(stampFile, stamp);
}
