import { foldWord } from './fold.js';

/** Abbreviations that keep their full stop (folded, without it). After those of the first list a sentence goes on. */
const TITLES = 'm mm mr mrs dr drs pr prs me st ste mgr cie cf p pp no nos n vol art chap fig al ex env tel ref av boul bd approx hab apr'.split(' ');
const CLOSERS = 'etc jr sr inc ltd co'.split(' ');
const KEPT = new Set([...TITLES, ...CLOSERS]);
/** Common words when they are not written as abbreviations should be: only with a capital, or before a digit or a lower-case letter. */
const AMBIGUOUS = new Set(['m', 'me', 'no', 'nos', 'n', 'p', 'pp', 'art', 'al', 'ex', 'co', 'fig', 'st', 'pr', 'tel', 'bd', 'ste', 'env', 'cie', 'chap', 'vol', 'hab', 'apr', 'av']);
const LONGEST = 6;

/** Does the full stop right after `text[start, end)` belong to the word? `M.`, `Dr.`, `etc.`, `av.`, `p.` */
export function keepsFullStop(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const word = text.slice(start, end);
  const key = foldWord(word);
  if (!KEPT.has(key)) return false;
  if (!AMBIGUOUS.has(key)) return true;
  const next = text.slice(end + 1, end + 4);
  if (key === 'm' || key === 'me') return /^\p{Lu}/u.test(word) && /^\s?\p{Lu}/u.test(next);
  if (/^(?:no|nos|n|p|pp|art|fig|vol|chap|tel|co)$/.test(key)) return /^\s?\d/.test(next);
  if (/^(?:av|apr)$/.test(key) && /^\s?J/.test(next)) return true;
  // « 3 av. Foch »
  if (/^(?:av|bd|boul)$/.test(key) && /\d\s$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  return /^\s(?:\p{Ll}|\d)/u.test(next) || (/^(?:st|ste|pr|av|bd)$/.test(key) && /^\s\p{Lu}/u.test(next) && /^\p{Lu}/u.test(word));
}

/** Is the token `text[start, end)`, full stop included, one after which the sentence goes on (« M. Durand ») ? */
export function sentenceGoesOnAfter(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST + 1) return false;
  const key = foldWord(text.slice(start, end - 1));
  return !CLOSERS.includes(key);
}
