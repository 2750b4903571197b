/** As words of their own: « 12 » is not told by « 120 jours ». */
export const tells = (text: string, name: string): boolean => spaced(name).trim() !== '' && spaced(text).includes(spaced(name));

/** Words in a row that two texts share only when one quotes the other; shorter ones anybody may say. */
const IN_A_ROW = 5;

/** Every run of words in a text that is long enough to be a quote. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - IN_A_ROW + 1)).map((_, i) => words.slice(i, i + IN_A_ROW).join(' '));
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

const spaced = (text: string): string => ` ${wordsOf(text).join(' ')} `;
