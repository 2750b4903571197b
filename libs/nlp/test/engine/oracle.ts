import type { CoreNode, CorePattern } from '../../src/pattern/pattern-node.js';

/**
 * The brute-force reading of the pattern language: a regular expression for words, recursion for patterns, every start tried. Slow and
 * plain on purpose; the automaton has to find exactly what it finds.
 */
interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly mark: boolean;
  readonly joined: boolean;
  readonly slash: boolean;
  readonly capital: boolean;
  /** One sign stands between the word before and this one. */
  readonly close: boolean;
}

const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{M}]+|[€%?!]/gu;

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll(',', '.');

/** Simple texts only: one line, sentences ended by `. ` before a word, `?` or `!`. */
export function oracleWords(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(last, match.index);
    const mark = /^[?!]$/.test(match[0]);
    const previous = words.at(-1);
    if (previous !== undefined && (/\.\s/.test(between) || (previous.mark && !mark))) sentence += 1;
    const close = between.length === 1;
    last = match.index + match[0].length;
    words.push({
      folded: fold(match[0]),
      start: match.index,
      end: last,
      sentence,
      mark,
      joined: /^['’-][\p{L}\p{Nd}]/u.test(text.slice(last, last + 2)),
      slash: text[last] === '/',
      capital: /^\p{Lu}/u.test(match[0]),
      close,
    });
  }
  return words;
}

type Way = readonly [end: number, gapWords: number];

function ways(node: CoreNode, words: readonly Word[], at: number): Way[] {
  const word = words[at];
  switch (node.type) {
    case 'sequence':
      return node.items.reduce<Way[]>((open, item) => open.flatMap(([end, cost]) => ways(item, words, end).map(([to, more]): Way => [to, cost + more])), [[at, 0]]);
    case 'choice':
      return node.options.flatMap((option) => ways(option, words, at));
    case 'optional':
      return [[at, 0], ...ways(node.item, words, at)];
    case 'words':
      return word !== undefined && node.words.includes(word.folded) ? [[at + 1, 0]] : [];
    case 'digits':
      return word !== undefined && /^\d/.test(word.folded) && (node.slash !== true || word.slash) ? [[at + 1, 0]] : [];
    case 'name':
      return word !== undefined && word.capital && (node.continued !== true || word.close) ? [[at + 1, 0]] : [];
    default: {
      let open: number[] = [at];
      const out: Way[] = [];
      for (let count = 0; count <= node.most; count += 1) {
        if (count >= node.least) out.push(...open.map((end): Way => [end, count * (node.price ?? 1)]));
        open = open.flatMap((end) => {
          const first = words[end];
          if (first === undefined) return [];
          const one = first.mark ? [] : [end + 1];
          const second = words[end + 1];
          return first.joined && second !== undefined && !second.mark ? [...one, end + 2] : one;
        });
      }
      return out;
    }
  }
}

/** Spans [start, end) of the best matches, by start; `words` are the text's, for whoever asks about many patterns. */
export function oracleMatches(pattern: CorePattern, text: string, words: readonly Word[] = oracleWords(text)): [number, number][] {
  const hits: { start: number; end: number; cost: number }[] = [];
  const firstWord = words.findIndex((word) => !word.mark);
  const lastWord = words.findLastIndex((word) => !word.mark);
  words.forEach((word, start) => {
    // Marks aside: where a turn has nothing but marks, each of them opens it as each of them closes it.
    if (pattern.atStart && firstWord !== -1 && start > firstWord) return;
    for (const [end, cost] of ways(pattern.root, words, start)) {
      if (end <= start || words[end - 1]!.sentence !== word.sentence) continue;
      if (pattern.atEnd && end - 1 < lastWord) continue;
      hits.push({ start, end, cost });
    }
  });
  const better = (a: (typeof hits)[number], b: (typeof hits)[number]): number => a.cost - b.cost || b.end - b.start - (a.end - a.start);
  const bestOf = (from: typeof hits, key: 'start' | 'end'): typeof hits =>
    [...new Set(from.map((hit) => hit[key]))].map((at) => from.filter((hit) => hit[key] === at).sort(better)[0]!);
  const perEnd = bestOf(bestOf(hits, 'start'), 'end');
  return perEnd.sort((a, b) => a.start - b.start).map((hit) => [words[hit.start]!.start, words[hit.end - 1]!.end]);
}
