import type { NameTest } from '../engine/verifier.js';
import { CAPITALISED, FIRST_OF_SENTENCE } from '../engine/token-stream.js';
import type { Lexicon } from '../read/index.js';

/**
 * What `<nom>` takes: a capitalised word that does not open its sentence, or a word that French writes with a capital or does not
 * know at all (transcripts of speech have no capitals).
 */
export function nameTest(lexicon: Lexicon, wordAt: (token: number) => string): NameTest {
  return (stream, token) => {
    const flags = stream.flags[token]!;
    if ((flags & CAPITALISED) !== 0 && (flags & FIRST_OF_SENTENCE) === 0) return true;
    const word = wordAt(token);
    if (!/^\p{L}{2,}/u.test(word)) return false;
    return lexicon.foldedAnalyses(word).every((found) => /^\p{Lu}/u.test(found.form));
  };
}
