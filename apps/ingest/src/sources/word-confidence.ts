import type { WordConfidence } from '#domain';

/** A word as a transcriber heard it. */
export interface HeardWord {
  readonly text: string;
  /** As the source reports it; brought within 0 to 1. */
  readonly confidence?: number | null;
}

/** A word is looked for this far ahead at most: time stays linear when words and text disagree. */
const REACH = 200;

/** Where each word stands in the turn's text (UTF-16 offsets); words without a confidence, or not found, are left out. */
export function wordConfidences(text: string, words: readonly HeardWord[]): WordConfidence[] {
  const found: WordConfidence[] = [];
  let from = 0;
  for (const { text: word, confidence } of words) {
    const wanted = word.trim();
    const near = text.slice(from, from + REACH + wanted.length);
    const at = wanted === '' ? -1 : near.indexOf(wanted);
    if (at < 0) continue;
    const start = from + at;
    from = start + wanted.length;
    if (confidence !== null && confidence !== undefined) found.push({ start, end: from, confidence: bounded(confidence) });
  }
  return found;
}

/** One confidence for a whole turn, where its source knows no more: the mean stands for each of its words. */
export const wholeConfidence = (text: string, confidence: number | null | undefined): WordConfidence[] =>
  text === '' || confidence === null || confidence === undefined ? [] : [{ start: 0, end: text.length, confidence: bounded(confidence) }];

const bounded = (confidence: number): number => Math.min(1, Math.max(0, confidence));
