import { keepsFullStop } from './abbreviations.js';
import { AddressFinder } from './addresses.js';
import { cliticStarts, isElided } from './clitics.js';
import { endOfEmoji, endOfEmoticon } from './emoji.js';
import { endOfNumber } from './numbers.js';
import { Kind, TOKEN_KINDS, TokenSpans, type Token } from './token.js';
import { UNIT_CLASS, UnitClass } from './unit-class.js';

const { Letter, Digit, Join, Space, Apostrophe, Hyphen } = UnitClass;
const FULL_STOP = 0x2e;
const TILDE = 0x7e;
const DEGREE = 0xb0;
const APOSTROPHE = 0x27;

/**
 * THE definition of a token. The text is read left to right, white space separates, and:
 * - a word is a run of letters, digits, `_` and combining marks, with the hyphens and apostrophes inside it:
 *   « porte-monnaie », « aujourd'hui », « quelqu'un », « l'on », « c'est-à-dire »;
 * - an elided word ends with its apostrophe: « l' », « c' », « qu' », « jusqu' », « lorsqu' »;
 * - pronouns that hang on a verb are tokens that keep their hyphen: « dis | -le | -moi », « a | -t-il »,
 *   « est | -ce », « moment | -là »; not in « rendez-vous », « celui-ci »;
 * - « du », « au », « des » stay one token;
 * - a number takes its decimals, thousands, date and time separators: « 10 000 », « 3,5 », « 12/05/2026 »; a unit after it
 *   is a word of its own: « 48 | h », « 14 | h | 30 », « 20 | % », while « 1er », « 3e », « 4G » are words;
 * - abbreviations keep their full stop: « M. », « etc. », « J.-C. »; « n° » is a word; « ar~ » is a word cut short;
 * - URLs, e-mail addresses, emoji (with their modifiers) and emoticons are one token each;
 * - a run of the same one of `. - = * _ ~ # !` or of a mix of ! and ? is one token; any other sign is a token alone.
 * Follows the conventions of the UD French treebanks (multiword tokens unsplit). Linear; any string is accepted.
 */
export function scanTokens(text: string, out: TokenSpans = new TokenSpans()): TokenSpans {
  out.count = 0;
  const addresses = new AddressFinder(text);
  const length = text.length;
  let i = 0;
  while (i < length) {
    const unit = text.charCodeAt(i);
    const cls = UNIT_CLASS[unit]!;
    if (cls === Space) i++;
    else if (cls === Letter) i = scanWord(text, i, out, addresses);
    else if (cls === Digit) i = scanNumber(text, i, out, addresses);
    else i = scanSign(text, i, cls, out);
  }
  return out;
}

/** Filled anew by every `tokenise`: its memory would otherwise be most of what reading a short turn allocates. */
const SCRATCH = new TokenSpans();

/** `scanTokens` as objects. */
export function tokenise(text: string): Token[] {
  const { bounds, kinds, count } = scanTokens(text, SCRATCH);
  const tokens: Token[] = [];
  for (let i = 0; i < count; i++) tokens.push({ start: bounds[2 * i]!, end: bounds[2 * i + 1]!, kind: TOKEN_KINDS[kinds[i]!]! });
  return tokens;
}

/** The end of the run of letters, digits and marks at `i`. */
function endOfRun(text: string, i: number): number {
  while (i < text.length) {
    const cls = UNIT_CLASS[text.charCodeAt(i)]!;
    if (cls !== Letter && cls !== Digit && cls !== Join) break;
    i++;
  }
  return i;
}

function startsRun(text: string, i: number): boolean {
  const cls = i < text.length ? UNIT_CLASS[text.charCodeAt(i)]! : Space;
  return cls === Letter || cls === Digit;
}

function scanWord(text: string, start: number, out: TokenSpans, addresses: AddressFinder): number {
  if (addresses.mayStartAt(start)) {
    const end = addresses.endAt(start);
    if (end > 0) {
      out.push(start, end, addresses.kind);
      return end;
    }
  }
  let end = endOfRun(text, start);
  let hyphenated = false;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    const cls = UNIT_CLASS[unit]!;
    if (cls === Apostrophe) {
      if (!hyphenated && isElided(text, start, end)) return emit(out, start, end + 1);
      if (!startsRun(text, end + 1)) break;
    } else if (cls === Hyphen) {
      if (!startsRun(text, end + 1)) break;
      hyphenated = true;
    } else if (unit === FULL_STOP) {
      end = endOfAbbreviation(text, start, end);
      break;
    } else if (unit === TILDE || (unit === DEGREE && end - start === 1)) {
      end++;
      break;
    } else break;
    end = endOfRun(text, end + 1);
  }
  if (!hyphenated) return emit(out, start, end);
  let from = start;
  for (const clitic of cliticStarts(text.slice(start, end))) {
    emit(out, from, start + clitic);
    from = start + clitic;
  }
  return emit(out, from, end);
}

function emit(out: TokenSpans, start: number, end: number): number {
  out.push(start, end, Kind.Word);
  return end;
}

/** `end` is at a full stop. Initials (« J.-C. », « R.E.M. », « W. Allen ») and known abbreviations keep it. */
function endOfAbbreviation(text: string, start: number, end: number): number {
  if (end - start === 1 && isCapital(text, start)) return endOfInitials(text, end);
  return keepsFullStop(text, start, end) ? end + 1 : end;
}

function isCapital(text: string, i: number): boolean {
  const char = text.charAt(i);
  return char !== char.toLowerCase();
}

/** From the first full stop of initials to the end of all of them; a lone « A. » only where a name may follow. */
function endOfInitials(text: string, stop: number): number {
  let end = stop + 1;
  let count = 1;
  for (;;) {
    const letter = UNIT_CLASS[text.charCodeAt(end)] === Hyphen ? end + 1 : end;
    if (letter + 1 >= text.length || !isCapital(text, letter) || text.charCodeAt(letter + 1) !== FULL_STOP) break;
    end = letter + 2;
    count++;
  }
  if (count > 1) return end;
  return /^\s?\p{Lu}/u.test(text.slice(end, end + 3)) ? end : stop;
}

function scanNumber(text: string, start: number, out: TokenSpans, addresses: AddressFinder): number {
  const end = endOfNumber(text, start);
  if (end === 0) return scanWord(text, start, out, addresses);
  if (addresses.mayStartAt(start)) {
    const address = addresses.endAt(start);
    if (address > 0) {
      out.push(start, address, addresses.kind);
      return address;
    }
  }
  out.push(start, end, Kind.Number);
  // « 14h30 »: the unit would take the minutes along.
  const unit = text.charCodeAt(end) | 0x20;
  return unit === 0x68 && UNIT_CLASS[text.charCodeAt(end + 1)] === Digit ? emit(out, end, end + 1) : end;
}

const RUNS = new Set(Array.from('.-=*_~#', (char) => char.charCodeAt(0)));
const isShout = (unit: number): boolean => unit === 0x21 || unit === 0x3f;

function scanSign(text: string, i: number, cls: number, out: TokenSpans): number {
  const unit = text.charCodeAt(i);
  if (cls === UnitClass.HighSurrogate || cls === UnitClass.Emoji) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(point))) return emit(out, i, endOfAstralRun(text, i));
    const end = endOfEmoji(text, i);
    out.push(i, end, point > 0xffff || cls === UnitClass.Emoji ? Kind.Emoji : Kind.Symbol);
    return end;
  }
  if ((cls === Hyphen || unit === 0x2b) && UNIT_CLASS[text.charCodeAt(i + 1)] === Digit && opensNumber(text, i)) {
    const end = endOfNumber(text, i + 1);
    if (end > 0) {
      out.push(i, end, Kind.Number);
      return end;
    }
  }
  const emoticon = endOfEmoticon(text, i);
  if (emoticon > 0) {
    out.push(i, emoticon, Kind.Emoji);
    return emoticon;
  }
  let end = i + 1;
  if (isShout(unit)) while (end < text.length && isShout(text.charCodeAt(end))) end++;
  else if (RUNS.has(unit) || cls === Join) while (end < text.length && (cls === Join ? UNIT_CLASS[text.charCodeAt(end)] === Join : text.charCodeAt(end) === unit)) end++;
  else if (unit === APOSTROPHE && text.charCodeAt(end) === unit) end++;
  out.push(i, end, cls === UnitClass.Symbol || cls === Join || cls === UnitClass.LowSurrogate ? Kind.Symbol : Kind.Punctuation);
  return end;
}

/** A sign, not the hyphen of a range: nothing, a space or a bracket comes before it. */
function opensNumber(text: string, i: number): boolean {
  return i === 0 || UNIT_CLASS[text.charCodeAt(i - 1)] === Space || text.charAt(i - 1) === '(';
}

/** The end of a run of letters beyond the basic plane (mathematical bold and the like) and what sticks to it. */
function endOfAstralRun(text: string, i: number): number {
  while (i < text.length) {
    const next = endOfRun(text, i);
    if (next > i) i = next;
    else {
      const point = text.codePointAt(i)!;
      if (point <= 0xffff || !/[\p{L}\p{N}]/u.test(String.fromCodePoint(point))) break;
      i += 2;
    }
  }
  return i;
}
