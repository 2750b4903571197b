import { UNIT_CLASS, UnitClass } from './unit-class.js';

const { Letter, Digit, Join, Hyphen } = UnitClass;
/** Units written against their number: « 48h », « 20km », « 15min ». Folded to lower case; « 4G », « 1er », « 3e » are words. */
const UNITS = new Set('h km m cm mm kg g mg ml cl l min mn s sec ans an mois j jours jour ko mo go to ms kw kwh w v euros euro eur k € px x'.split(' '));
const UPPERCASE_UNITS = new Set(['H', 'KM', 'CM', 'KG', 'MO', 'GO', 'KO', 'Mo', 'Go', 'Ko', 'To', 'EUR', 'Kg', 'Km', 'kW', 'kWh', 'ANS', 'JOURS', 'MOIS']);
const LONGEST_UNIT = 5;

const isDigit = (text: string, i: number): boolean => UNIT_CLASS[text.charCodeAt(i)] === Digit;
const isGroupSpace = (unit: number): boolean => unit === 0x20 || unit === 0xa0 || unit === 0x202f || unit === 0x2009;

/**
 * The end of the number that starts with the digit at `start`: digits, with thousands (« 10 000 », « 10.000 »), decimals
 * (« 3,5 ») and the inner signs of dates, times, ranges and fractions (« 12/05/2026 », « 14:30 », « 2025-2026 »).
 * 0 when it is a word that begins with a digit (« 1er », « 4G », « 4-temps »).
 */
export function endOfNumber(text: string, start: number): number {
  let end = endOfDigits(text, start);
  end = endOfGroups(text, start, end);
  for (;;) {
    const unit = text.charCodeAt(end);
    if (!isInner(unit) || !isDigit(text, end + 1)) break;
    end = endOfDigits(text, end + 1);
  }
  const cls = UNIT_CLASS[text.charCodeAt(end)];
  if (cls === Letter) return isUnit(text, end) ? end : 0;
  if (cls === Hyphen && UNIT_CLASS[text.charCodeAt(end + 1)] === Letter) return 0;
  return end;
}

function endOfDigits(text: string, i: number): number {
  while (isDigit(text, i)) i++;
  return i;
}

/** « 10 000 »: up to three digits, then groups of exactly three. */
function endOfGroups(text: string, start: number, end: number): number {
  if (end - start > 3) return end;
  while (isGroupSpace(text.charCodeAt(end)) && isDigit(text, end + 1) && isDigit(text, end + 2) && isDigit(text, end + 3)) {
    if (isDigit(text, end + 4)) break;
    end += 4;
  }
  return end;
}

/** `. , / : -` (and the non-breaking hyphen) between digits. */
function isInner(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x2f || unit === 0x3a || UNIT_CLASS[unit] === Hyphen;
}

function isUnit(text: string, i: number): boolean {
  let end = i;
  while (end - i <= LONGEST_UNIT && UNIT_CLASS[text.charCodeAt(end)] === Letter) end++;
  if (UNIT_CLASS[text.charCodeAt(end)] === Join) return false;
  const letters = text.slice(i, end);
  if (isDigit(text, end)) return letters === 'h' || letters === 'H';
  return UNITS.has(letters) || UPPERCASE_UNITS.has(letters);
}
