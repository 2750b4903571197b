import type { NameTest } from '../engine/verifier.js';
import { ALL_CAPITALS, CAPITALISED, FIRST_OF_SENTENCE, JOINED_TO_NEXT } from '../engine/token-stream.js';
import type { TokenStream } from '../engine/token-stream.js';
import { foldText } from '../engine/fold-table.js';
import { CHAT_SPELLINGS } from '../pattern/spellings.js';
import { FUNCTION_LEMMAS } from '../read/function-words.js';
import type { Lexicon } from '../read/index.js';
import { CIVILITIES, FORMULAS, GENERIC_NAMES, PARTICLES } from './name-words.js';

const CIVILITY = new Set(CIVILITIES.map(foldText));
const PARTICLE = new Set(PARTICLES.map(foldText));
/** What is written with a capital, or is not in the lexicon, and yet is nobody's name. */
const NOBODY = new Set([...CIVILITIES, ...GENERIC_NAMES, ...FORMULAS, ...FUNCTION_LEMMAS.keys(), ...Object.keys(CHAT_SPELLINGS)].map(foldText));
/** « de », « van » `then` « der »: no name has more before its next capital. */
const MOST_PARTICLES = 2;

/**
 * What `<nom>` takes, word by word: a capitalised word that does not open its sentence, or a word that French writes with a capital or
 * does not know at all (transcripts of speech have no capitals); never a civility, « client », « service », « tous », a pronoun. Particles
 * belong to the name that follows: « Le Goff », « de La Tour », « van den Berg »; what a hyphen or an apostrophe ties to a name, to it.
 */
export function nameTest(lexicon: Lexicon, wordAt: (token: number) => string): NameTest {
  const isName = (stream: TokenStream, token: number): boolean => {
    const word = wordAt(token);
    if (NOBODY.has(foldText(word))) return false;
    if (isCapitalised(stream, token)) return !isShouted(stream, token) || isProper(word);
    return isProper(word);
  };
  const isProper = (word: string): boolean => /^\p{L}{2,}/u.test(word) && lexicon.foldedAnalyses(word).every((found) => /^\p{Lu}/u.test(found.form));
  const isParticle = (token: number): boolean => PARTICLE.has(foldText(wordAt(token)));
  const leads = (stream: TokenStream, token: number): boolean => {
    for (let at = token; at < token + MOST_PARTICLES && isParticle(at) && sticksToNext(stream, at); at += 1) {
      if (!isParticle(at + 1) && isName(stream, at + 1)) return true;
    }
    return false;
  };
  /** « Madame de Villiers », not « l'étage de Villiers »: a small particle opens a name only after a civility. */
  const opens = (stream: TokenStream, token: number): boolean =>
    isCapitalised(stream, token) || (token > 0 && CIVILITY.has(foldText(wordAt(token - 1))));
  return (stream, token, continued) => {
    if (!continued) return isParticle(token) ? opens(stream, token) && leads(stream, token) : isName(stream, token);
    if ((stream.flags[token - 1]! & JOINED_TO_NEXT) !== 0) return /^\p{L}/u.test(wordAt(token));
    if (!sticksToNext(stream, token - 1)) return false;
    if (isParticle(token)) return leads(stream, token);
    // Once a name is written with capitals, a small word ends it.
    const small = (stream.flags[token]! & CAPITALISED) === 0;
    return !(small && (stream.flags[token - 1]! & CAPITALISED) !== 0) && isName(stream, token);
  };
}

const isCapitalised = (stream: TokenStream, token: number): boolean => (stream.flags[token]! & CAPITALISED) !== 0 && (stream.flags[token]! & FIRST_OF_SENTENCE) === 0;

/** Nothing but one space, apostrophe or hyphen stands between this word and the next. */
const sticksToNext = (stream: TokenStream, token: number): boolean =>
  token + 1 < stream.count && (stream.flags[token + 1]! & FIRST_OF_SENTENCE) === 0 && isCloseAfter(stream, token + 1);

const isCloseAfter = ({ starts, ends }: TokenStream, token: number): boolean => starts[token] === ends[token - 1]! + 1;

/** In a row of words in capitals, a capital tells nothing: « VOTRE COLIS EST PARTI ». */
const isShouted = (stream: TokenStream, token: number): boolean =>
  (stream.flags[token]! & ALL_CAPITALS) !== 0 && token > 0 && stream.ends[token]! > stream.starts[token]! + 1 && (stream.flags[token - 1]! & ALL_CAPITALS) !== 0;
