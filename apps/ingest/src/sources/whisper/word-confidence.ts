import type { WordConfidence } from '#domain';
import type { WhisperWord } from './whisper-file.schema.js';

/** A word is looked for this far ahead at most: time stays linear when words and text disagree. */
const REACH = 200;

/** Where each word stands in the turn's text (UTF-16 offsets); words without a confidence, or not found, are left out. */
export function wordConfidences(text: string, words: readonly WhisperWord[]): WordConfidence[] {
  const found: WordConfidence[] = [];
  let from = 0;
  for (const { word, probability, score } of words) {
    const wanted = word.trim();
    const near = text.slice(from, from + REACH + wanted.length);
    const at = wanted === '' ? -1 : near.indexOf(wanted);
    if (at < 0) continue;
    const start = from + at;
    from = start + wanted.length;
    const confidence = probability ?? score;
    if (confidence !== null && confidence !== undefined) found.push({ start, end: from, confidence: Math.min(1, Math.max(0, confidence)) });
  }
  return found;
}
