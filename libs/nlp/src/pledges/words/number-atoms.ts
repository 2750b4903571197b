const UNITS = 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
/** Folded. */
export const SMALL = new Map<string, number>([...UNITS.map((word, value) => [word, value] as const), ['une', 1]]);
/** With the Belgian and Swiss ones. */
export const TENS = new Map<string, number>([
  ['vingt', 20], ['vingts', 20], ['trente', 30], ['quarante', 40], ['cinquante', 50], ['soixante', 60], ['septante', 70], ['huitante', 80], ['octante', 80], ['nonante', 90],
]);

/** Can a number begin with this word: « 12 », « 1er », « vingt-deux », « premier »? */
export function beginsNumber(text: string): boolean {
  const unit = text.charCodeAt(text.startsWith('-') || text.startsWith('+') ? 1 : 0);
  if (unit >= 48 && unit <= 57) return true;
  const hyphen = text.indexOf('-');
  const atom = hyphen < 0 ? text : text.slice(0, hyphen);
  return SMALL.has(atom) || TENS.has(atom) || atom === 'cent' || atom === 'cents' || atom === 'mille' || text === 'premier';
}
