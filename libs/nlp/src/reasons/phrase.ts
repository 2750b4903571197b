export interface FoldedWord {
  readonly folded: string;
  /** UTF-16 offsets into the original text. */
  readonly start: number;
  readonly end: number;
}

/** Per word what it may be; `gap` before it: how many other words may stand between. */
type Phrase = readonly { readonly gap: number; readonly whole: ReadonlySet<string>; readonly beginnings: readonly string[] }[];

/** Words that `…` stands for at most. */
const GAP = 4;
const SENTENCE_END = '\n';
/** Letters of a beginning that it is looked up by; none is shorter. */
const KEY = 3;

/**
 * Reads a phrase of the data: words parted by spaces, `a|b` either, `mot*` any ending, `…` a gap.
 * @throws Error for a gap at an end, for a word that no folded text has, and for a beginning of fewer than three letters.
 */
function compilePhrase(text: string): Phrase {
  const words: { gap: number; whole: ReadonlySet<string>; beginnings: readonly string[] }[] = [];
  let gap = 0;
  for (const part of text.split(' ')) {
    if (part === '…') {
      if (words.length === 0) throw new Error(`a gap begins « ${text} »`);
      gap = GAP;
      continue;
    }
    if (!/^[a-z0-9'|*-]+$/.test(part) || /(?:^|\|)[a-z]{0,2}\*/.test(part)) throw new Error(`no folded words: « ${part} » of « ${text} »`);
    const alternatives = part.split('|');
    words.push({
      gap,
      whole: new Set(alternatives.filter((word) => !word.endsWith('*'))),
      beginnings: alternatives.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    });
    gap = 0;
  }
  if (gap > 0 || words.length === 0) throw new Error(`a gap ends « ${text} »`);
  return words;
}

/** Phrases by what they may begin with: a text wakes few of them. */
export interface PhraseSet {
  readonly phrases: readonly Phrase[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** By the first letters of a beginning: most words have none of them. */
  readonly byBeginning: ReadonlyMap<string, readonly (readonly [string, number])[]>;
}

/** @throws Error as `compilePhrase` does. */
export function compilePhrases(texts: readonly string[]): PhraseSet {
  const phrases = texts.map(compilePhrase);
  const byWord = new Map<string, number[]>();
  phrases.forEach(([first], phrase) => {
    for (const word of first!.whole) byWord.set(word, [...(byWord.get(word) ?? []), phrase]);
  });
  const byBeginning = new Map<string, (readonly [string, number])[]>();
  phrases.forEach(([first], phrase) => {
    for (const beginning of first!.beginnings) {
      const key = beginning.slice(0, KEY);
      byBeginning.set(key, [...(byBeginning.get(key) ?? []), [beginning, phrase]]);
    }
  });
  return { phrases, byWord, byBeginning };
}

/** The first place of each phrase that occurs within one sentence, in order of the phrases. */
export function findPhrases({ phrases, byWord, byBeginning }: PhraseSet, words: readonly FoldedWord[]): { readonly phrase: number; readonly first: number; readonly last: number }[] {
  const found = new Map<number, { phrase: number; first: number; last: number }>();
  words.forEach(({ folded }, first) => {
    const look = (phrase: number): void => {
      const last = found.has(phrase) ? null : endOf(phrases[phrase]!, 0, words, first);
      if (last !== null) found.set(phrase, { phrase, first, last });
    };
    byWord.get(folded)?.forEach(look);
    for (const [beginning, phrase] of byBeginning.get(folded.slice(0, KEY)) ?? []) if (folded.startsWith(beginning)) look(phrase);
  });
  return [...found.values()].sort((a, b) => a.phrase - b.phrase);
}

function endOf(phrase: Phrase, part: number, words: readonly FoldedWord[], at: number): number | null {
  const { gap, whole, beginnings } = phrase[part]!;
  for (let i = at; i <= at + gap && i < words.length; i++) {
    const { folded } = words[i]!;
    if (whole.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning))) {
      const last = part === phrase.length - 1 ? i : endOf(phrase, part + 1, words, i + 1);
      if (last !== null) return last;
    }
    if (folded === SENTENCE_END) return null;
  }
  return null;
}
