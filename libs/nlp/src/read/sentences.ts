import type { Channel } from '#domain';
import { sentenceGoesOnAfter } from './abbreviations.js';
import { foldWord } from './fold.js';
import { speechBoundaries } from './speech-sentences.js';
import type { Token } from './token.js';

export interface Span {
  /** UTF-16 offset into the original text, inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A word that opens a sentence far more often than it is part of a name: it ends the sentence of « av. J.-C. Le … ». */
const OPENERS = new Set('le la les l\' j\' puis ainsi tu votre notre un une des il elle ils elles on ce c\' cette ces en dans a au aux son sa ses je nous vous mais et si pour par depuis selon apres'.split(' '));
/** Words that open a sentence and no name: a capital on one of them begins a sentence even after no stop at all. */
const SURE_OPENERS = new Set("il elle ils elles on ce c' cette ces je j' nous vous tu mais pourquoi comment puis cependant toutefois lorsque lorsqu' pourriez pouvez merci".split(' '));
const STOP = /^(?:\.+|…|[!?]+)$/;
const OPENING = /^[«"“‘([\-–—•*]|^'/;
const BULLET = /^(?:[-–—•*·]|\d{1,2}[.)])\s/;

/**
 * Sentences of a text, as spans that cover every token once, in order. A sentence ends at `. ! ? …` (with the closing
 * quotes and brackets after it) unless the next word shows that it goes on, at a blank line, and at the end of a line
 * that was ended on purpose (not wrapped). In a text whose sentences have no capitals a lower-case letter is no sign
 * that the sentence goes on; a long text without full stops is cut where spoken French begins anew.
 * Linear in the number of tokens.
 */
export function splitSentences(text: string, tokens: readonly Token[], options: { readonly channel?: Channel } = {}): Span[] {
  const punctuated = hasStops(text, tokens);
  const style = styleOf(text, tokens, punctuated ? options.channel : 'phone');
  const cuts = punctuated || options.channel === 'email' || tokens.length < WORDS_PER_LINE * style.lines ? [] : speechBoundaries(text, tokens);
  const closes = closingQuotes(text, tokens);
  const spans: Span[] = [];
  let first = 0;
  let nextCut = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (nextCut < cuts.length && cuts[nextCut]! < i + 1) nextCut++;
    if (i + 1 < tokens.length && cuts[nextCut] !== i + 1 && !endsSentence(text, tokens, i, style, closes)) continue;
    spans.push({ start: tokens[first]!.start, end: tokens[i]!.end });
    first = i + 1;
  }
  return spans;
}

interface Style {
  /** Sentences begin with a capital. */
  readonly capitals: boolean;
  /** A line end is a sentence end. */
  readonly lineIsSentence: boolean;
  /** Length of the longest line, in UTF-16 units. */
  readonly longestLine: number;
  readonly lines: number;
}

const WRAP_WIDTH = 55;

function styleOf(text: string, tokens: readonly Token[], channel: Channel | undefined): Style {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.end - token.start !== 1 || text[token.start] !== '.') continue;
    const next = text.charAt(tokens[i + 1]!.start);
    if (isUpper(next)) upper++;
    else if (isLower(next)) lower++;
  }
  let longestLine = 0;
  let lines = 0;
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    longestLine = Math.max(longestLine, end - at);
    at = end + 1;
    lines++;
  }
  return { capitals: upper >= lower, lineIsSentence: channel === 'chat' || channel === 'phone' || longestLine < WRAP_WIDTH, longestLine, lines };
}

const isUpper = (char: string): boolean => char !== char.toLowerCase();
const isLower = (char: string): boolean => char !== char.toUpperCase();

/** Does a sentence end between tokens `i` and `i + 1`? */
function endsSentence(text: string, tokens: readonly Token[], i: number, style: Style, closes: ReadonlySet<number>): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1]!;
  if (next.start > token.end && endsLine(text, token.end, next.start, style)) return true;
  let last = i;
  // Back over closing quotes and brackets to the stop before them.
  while (last > 0 && i - last < 3 && isCloser(text, tokens, last, closes)) last--;
  const stop = tokens[last]!;
  const sign = stop.end - stop.start > 12 ? '' : text.slice(stop.start, stop.end);
  if (isCloser(text, tokens, i + 1, closes)) return false;
  if (startsUnpunctuated(text, tokens, i, sign)) return true;
  if (STOP.test(sign)) return last === i ? opensAnew(text, tokens, i, sign, style) : opensAnew(text, tokens, i, sign, { ...style, capitals: true });
  return last === i && sign.length > 1 && sign.endsWith('.') && /\p{L}/u.test(sign) && opensAfterAbbreviation(text, stop, next);
}

/** Is this token a closing quote or bracket? */
function isCloser(text: string, tokens: readonly Token[], i: number, closes: ReadonlySet<number>): boolean {
  const { start, end } = tokens[i]!;
  return end - start === 1 && (closes.has(i) || /[»”)\]]/.test(text.charAt(start)));
}

/** Straight quotes that close: those that touch the word before only, or else every second one of the line. */
function closingQuotes(text: string, tokens: readonly Token[]): Set<number> {
  const closing = new Set<number>();
  let open = false;
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i]!;
    if (i > 0 && open && start - tokens[i - 1]!.end > 0 && text.slice(tokens[i - 1]!.end, start).includes('\n')) open = false;
    if (end - start !== 1 || text[start] !== '"') continue;
    const touchesBefore = i > 0 && tokens[i - 1]!.end === start;
    const touchesAfter = i + 1 < tokens.length && tokens[i + 1]!.start === end;
    const closes: boolean = touchesBefore === touchesAfter ? open : touchesBefore;
    if (closes) closing.add(i);
    open = !closes;
  }
  return closing;
}

/** « … bien arrivé Nous vous … », « … ; Il … »: a capital on a word that is never part of a name. */
function startsUnpunctuated(text: string, tokens: readonly Token[], i: number, sign: string): boolean {
  const next = tokens[i + 1]!;
  if (!isUpper(text.charAt(next.start)) || next.kind !== 'word' || next.end - next.start > 8) return false;
  const word = text.slice(next.start, next.end);
  const key = foldWord(word);
  if (word.length > 1 && word === word.toUpperCase() && !word.endsWith("'") && !word.endsWith('’')) return false;
  if (sign === ';') return OPENERS.has(key);
  if (sign === ':') return SURE_OPENERS.has(key);
  return SURE_OPENERS.has(key) && tokens[i]!.kind !== 'punctuation' && !/['’]$/.test(sign) && !isUpper(text.charAt(tokens[i]!.start)) && !/^\p{Lu}/u.test(text.slice(next.end + 1, next.end + 2));
}

function opensAnew(text: string, tokens: readonly Token[], i: number, sign: string, style: Style): boolean {
  const next = tokens[i + 1]!;
  const char = text.charAt(next.start);
  if (next.start === tokens[i]!.end && sign === '.' && !isUpper(char)) return false;
  if (/^[,;:)]/.test(char)) return false;
  if (STOP.test(text.slice(next.start, Math.min(next.end, next.start + 8)))) return false;
  if (isUpper(char)) return !isListNumber(text, tokens, i);
  // Abbreviations keep their full stop: one that stands alone ends a sentence even before a small letter.
  if (isLower(char)) return !style.capitals || (sign === '.' && next.start > tokens[i]!.end);
  if (OPENING.test(text.slice(next.start, next.end))) return !style.capitals || opensUpper(text, tokens, i + 1);
  return next.kind === 'emoji' ? false : sign !== '…' && !/^\.\.+$/.test(sign) ? true : !style.capitals;
}

/** After opening quotes, dashes and brackets, does a capital or a digit follow? */
function opensUpper(text: string, tokens: readonly Token[], i: number): boolean {
  let at = i;
  while (at < tokens.length && at - i < 3 && OPENING.test(text.slice(tokens[at]!.start, tokens[at]!.end))) at++;
  const char = at < tokens.length ? text.charAt(tokens[at]!.start) : '';
  return isUpper(char) || /\d/.test(char);
}

/** « 1. Allumez … »: a number that opens a line is a list number, not a sentence. */
function isListNumber(text: string, tokens: readonly Token[], i: number): boolean {
  const number = tokens[i - 1];
  if (number?.kind !== 'number' || number.end - number.start > 2) return false;
  const before = tokens[i - 2];
  return before === undefined || text.slice(before.end, number.start).includes('\n');
}

function opensAfterAbbreviation(text: string, stop: Token, next: Token): boolean {
  if (!isUpper(text.charAt(next.start))) return false;
  if (!sentenceGoesOnAfter(text, stop.start, stop.end)) return true;
  return /\..*\.$/.test(text.slice(stop.start, stop.end)) && OPENERS.has(foldWord(text.slice(next.start, next.end)));
}

function endsLine(text: string, from: number, to: number, style: Style): boolean {
  if (to === from + 1 && text[from] === ' ') return false;
  const gap = text.slice(from, to);
  if (!gap.includes('\n')) return false;
  const next = text.slice(to, to + 4);
  if (style.lineIsSentence || BULLET.test(next)) return true;
  if (/\n[^\S\n]*\n/.test(gap)) return true;
  if (isLower(next.charAt(0))) return false;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  return from - lineStart < 0.7 * style.longestLine || /[.!?…:]\s*$/.test(text.slice(Math.max(lineStart, from - 3), from));
}

const WORDS_PER_STOP = 45;
/** Lines shorter than this on average are utterances: no cutting inside them. */
const WORDS_PER_LINE = 25;

/** Does the text mark its sentences? A short one without any sign is one sentence. */
function hasStops(text: string, tokens: readonly Token[]): boolean {
  let stops = 0;
  for (const token of tokens) if (token.kind === 'punctuation' && STOP.test(text.slice(token.start, Math.min(token.end, token.start + 8)))) stops++;
  return tokens.length < WORDS_PER_STOP * (stops + 0.2);
}
