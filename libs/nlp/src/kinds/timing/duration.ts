const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sec|secondes?)$/, 1000],
  [/^(?:mn|min|minutes?)$/, 60_000],
  [/^(?:h|heures?)$/, 3_600_000],
  [/^(?:j|jours?|journées?)$/, 86_400_000],
  [/^semaines?$/, 7 * 86_400_000],
];

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ').map((word, value) => [word, value]),
);
const MORE_NUMBERS: Readonly<Record<string, number>> = {
  ...NUMBERS, une: 1, quelques: 5, vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, dizaine: 10, quinzaine: 15, vingtaine: 20, trentaine: 30,
};

/** Milliseconds of « 30 s », « 2 min », « 4 h », « deux petites minutes », « un quart d'heure »; null when it says no length. */
export function durationMs(text: string): number | null {
  const lower = text.toLowerCase().normalize('NFC');
  if (/trois quarts d['’]heure/.test(lower)) return 45 * 60_000;
  if (/quart d['’]heure/.test(lower)) return 15 * 60_000;
  if (/demi[- ]heure/.test(lower)) return 30 * 60_000;
  let amount: number | null = null;
  // « J'ai », « s'il »: an elided letter is no unit, nor is a letter without a figure.
  for (const [word] of lower.matchAll(/\d+(?:[.,]\d+)?|\p{L}+(?![\p{L}'’])/gu)) {
    const figure = /^\d/.test(word) ? Number(word.replace(',', '.')) : MORE_NUMBERS[word];
    if (figure !== undefined) {
      // « vingt-cinq » adds up; « une dizaine » does not.
      amount = amount !== null && amount >= 20 && figure < 10 ? amount + figure : figure;
      continue;
    }
    const unit = UNITS.find(([pattern]) => pattern.test(word));
    if (unit !== undefined && (amount !== null || word.length > 1)) return (amount ?? 1) * unit[1];
  }
  return null;
}

/** Milliseconds of a rule's `30 s`, `2 min`, `4 h`, `1 j`; null when it is written otherwise. */
export function writtenDurationMs(text: string): number | null {
  return /^\d+(?:[.,]\d+)?\s*(?:s|sec|mn|min|h|j)$/.test(text.trim()) ? durationMs(text) : null;
}
