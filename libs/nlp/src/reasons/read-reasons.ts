import { CONTACT_REASONS, type ContactReason, type Words } from '#domain';
import { foldWord } from '../read/fold.js';
import { tokenise } from '../read/tokenise.js';
import { compilePhrases, findPhrases, type FoldedWord } from './phrase.js';
import { REASON_PHRASES } from './reason-phrases.js';

/** A reason, and the words that tell it. */
export interface ReasonReading {
  readonly reason: ContactReason;
  readonly words: Words;
}

const SAYS = 3;
const HINTS = 1;

const MEANINGS = CONTACT_REASONS.flatMap((reason) => [
  ...REASON_PHRASES[reason].says.map((phrase) => ({ reason, phrase, weight: SAYS })),
  ...REASON_PHRASES[reason].hints.map((phrase) => ({ reason, phrase, weight: HINTS })),
]);
const PHRASES = compilePhrases(MEANINGS.map(({ phrase }) => phrase));

/**
 * What a customer's words say they came for, the best supported first and, of equals, the one that stands first; empty when
 * nothing says it: hints alone do not. `words` point into the text as it came.
 */
export function readReasons(text: string): ReasonReading[] {
  const words = foldedWords(text);
  const found = new Map<ContactReason, { score: number; said: boolean; words: Words }>();
  for (const { phrase, ...place } of findPhrases(PHRASES, words)) {
    const { reason, weight } = MEANINGS[phrase]!;
    const [start, end] = [words[place.first]!.start, words[place.last]!.end];
    const here = { start, end, quote: text.slice(start, end) };
    const old = found.get(reason);
    // The first phrase that says it stands for it: lists go from the most telling to the least.
    found.set(reason, { score: (old?.score ?? 0) + weight, said: (old?.said ?? false) || weight === SAYS, words: old?.words ?? here });
  }
  return [...found]
    .filter(([, { said }]) => said)
    .sort(([, a], [, b]) => b.score - a.score || a.words.start - b.words.start)
    .map(([reason, one]) => ({ reason, words: one.words }));
}

/** Words and numbers, « l’ » and « qu’ » apart from what they lean on; a sentence's end is a word that no phrase has. */
function foldedWords(text: string): FoldedWord[] {
  return tokenise(text).flatMap(({ start, end, kind }): FoldedWord[] => {
    const raw = text.slice(start, end);
    if (kind === 'word' || kind === 'number') return [{ folded: bare(foldWord(raw)), start, end }];
    return /[.!?;]/.test(raw) ? [{ folded: '\n', start, end }] : [];
  });
}

/** « l’ », « qu’ » and « -t- » without their joint. */
const bare = (word: string): string => (word.endsWith("'") || word.endsWith('-') ? word.slice(0, -1) : word);
