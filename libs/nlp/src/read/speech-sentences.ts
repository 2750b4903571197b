import { foldWord } from './fold.js';
import type { Token } from './token.js';

/** Said alone, or to open a turn: what a listener says. */
const ANSWERS = new Set('mh hm mmh oui ouais non si ok okay voila merci bonjour bonsoir exactement parfait entendu accord allo pardon ah oh eh ben bah bon super tres'.split(' '));
const ANSWER_STARTS = new Set(["d'", 'bien', ...ANSWERS]);
/** « d'accord », « bien sûr », « très bien ». */
const ANSWER_PAIRS = new Set(["d' accord", 'bien sur', 'tres bien', 'tout fait', 'ah oui', 'ah non', 'eh bien']);
const OPENERS = new Set('alors donc mais ensuite sinon parce puisque et'.split(' '));
const SUBJECTS = new Set("je j' tu il elle on nous vous ils elles c' ca moi".split(' '));
/** After these a subject belongs to what was said before. */
const BINDING = new Set("que qu' qui quand si ou comme dont car parce et mais donc alors puisque lorsque pour de a avec est-ce ce pas ne n' se s' me m' te t' le la les l' leur y en lui vous nous je tu il elle on ils elles quoi pourquoi comment combien quel quelle euh enfin puis".split(' '));
const SHORT = 4;
const LONG = 9;

/**
 * Token positions at which spoken French without punctuation begins anew: before and after the answers that a listener
 * gives, before the words that open an utterance once enough was said, and before a subject far into one. Transcripts
 * carry no prosody, so this finds places where a sentence plausibly ends, not all of them.
 */
export function speechBoundaries(text: string, tokens: readonly Token[]): number[] {
  const words = tokens.map((token) => (token.kind === 'word' ? foldWord(text.slice(token.start, Math.min(token.end, token.start + 24))) : ''));
  const cuts: number[] = [];
  let length = 0;
  for (let i = 1; i < words.length; i++) {
    length++;
    if (!beginsAnew(words, i, length)) continue;
    cuts.push(i);
    length = 0;
  }
  return cuts;
}

function beginsAnew(words: readonly string[], i: number, length: number): boolean {
  const word = words[i]!;
  const before = words[i - 1]!;
  const answer = isAnswer(words, i);
  const afterAnswer = endsAnswer(words, i - 1);
  if (answer) return !afterAnswer && length >= 2 && !BINDING.has(before);
  if (afterAnswer) return SUBJECTS.has(word) || OPENERS.has(word);
  if (word === 'euh' || before === 'euh') return false;
  if (OPENERS.has(word)) return length >= (word === 'et' ? LONG : SHORT) && !BINDING.has(before) && (word !== 'et' || SUBJECTS.has(words[i + 1] ?? ''));
  return SUBJECTS.has(word) && length >= LONG && !BINDING.has(before);
}

function isAnswer(words: readonly string[], i: number): boolean {
  const word = words[i]!;
  if (!ANSWER_STARTS.has(word)) return false;
  if (word === "d'" || word === 'bien' || word === 'tres' || word === 'si' || word === 'eh') return ANSWER_PAIRS.has(`${word} ${words[i + 1] ?? ''}`);
  return true;
}

function endsAnswer(words: readonly string[], i: number): boolean {
  if (i < 0) return false;
  const word = words[i]!;
  return (ANSWERS.has(word) && word !== 'tres' && word !== 'si' && word !== 'accord') || ANSWER_PAIRS.has(`${words[i - 1] ?? ''} ${word}`);
}
