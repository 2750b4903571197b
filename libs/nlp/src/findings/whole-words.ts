/** No written word is longer; what is, is cut rather than quoted whole. */
const LONGEST = 60;

/**
 * A span, UTF-16 offsets into `text`, grown until it cuts no written word: « jusqu » to « jusqu'au », « Dupont » to « Dupont-Moretti », « dites » to « dites-moi ». A word
 * here is what stands between spaces and punctuation, apostrophes and hyphens inside it included, as a reader would quote it.
 */
export function wholeWords(text: string, span: { readonly start: number; readonly end: number }): { start: number; end: number } {
  let { start, end } = span;
  if (start >= end) return { start, end };
  while (start > 0 && cutsWord(text, start)) start -= 1;
  while (end < text.length && cutsWord(text, end)) end += 1;
  return { start: span.start - start > LONGEST ? span.start : start, end: end - span.end > LONGEST ? span.end : end };
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const JOIN = /['’ʼ\u2010\u2011-]/;

/** Whether the place before the sign at `at` is inside a word. */
export function cutsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (LETTER.test(after)) return LETTER.test(before) || (JOIN.test(before) && LETTER.test(text.charAt(at - 2)));
  return JOIN.test(after) && LETTER.test(before) && LETTER.test(text.charAt(at + 1));
}
