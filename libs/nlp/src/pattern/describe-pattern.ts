import type { CoreNode } from './pattern-node.js';

/** More forms than this are shown by their first ones. */
const SHOWN = 6;
const FIRST = 3;

/** How a pattern was understood, in words: what each place of it takes. */
export function describeCore(node: CoreNode): string {
  switch (node.type) {
    case 'sequence':
      return node.items.map(describeCore).filter((part) => part !== '').join(' + ');
    case 'choice':
      return `(${node.options.map(describeCore).join(' | ')})`;
    case 'optional':
      return describeCore(node.item) === '' ? '' : `[${describeCore(node.item)}]`;
    case 'words':
      return node.words.length > SHOWN ? `(${node.words.length} formes : ${node.words.slice(0, FIRST).join(', ')}, …)` : node.words.join('/');
    case 'digits':
      return node.slash === true ? 'chiffres/' : 'chiffres';
    case 'name':
      // A name is told once, however many words it has.
      return node.continued === true ? '' : 'un nom';
    default:
      return node.least === 1 && node.most === 1 ? 'un mot' : `jusqu'à ${node.most} mots`;
  }
}

/** A token as a pattern sees it. */
export interface SeenWord {
  readonly written: string;
  readonly folded: string;
  readonly numeric: boolean;
}

/** The farthest that a pattern got in a row of words, and what it would have needed next. */
export interface Progress {
  /** Words [start, end) that fitted; empty when not even the first one did. */
  readonly start: number;
  readonly end: number;
  readonly expected: string;
}

/** Where a pattern that does not match came closest to it: the longest row of words it accepted. */
export function farthest(root: CoreNode, words: readonly SeenWord[]): Progress {
  let best: Progress = { start: 0, end: 0, expected: describeCore(firstOf(root)) };
  for (let start = 0; start < words.length; start += 1) {
    follow(root, words, start, (end, expected) => {
      if (end - start > best.end - best.start) best = { start, end, expected: describeCore(expected) };
    });
  }
  return best;
}

type Stuck = (at: number, expected: CoreNode) => void;

/** All positions after `node` from `at`; tells `stuck` where a word did not fit. */
function follow(node: CoreNode, words: readonly SeenWord[], at: number, stuck: Stuck): number[] {
  const word = words[at];
  const fits = (ok: boolean): number[] => {
    if (ok) return [at + 1];
    stuck(at, node);
    return [];
  };
  switch (node.type) {
    case 'sequence':
      return node.items.reduce<number[]>((ends, item) => [...new Set(ends.flatMap((end) => follow(item, words, end, stuck)))], [at]);
    case 'choice':
      return [...new Set(node.options.flatMap((option) => follow(option, words, at, stuck)))];
    case 'optional':
      return [at, ...follow(node.item, words, at, () => undefined)];
    case 'words':
      return fits(word !== undefined && node.words.includes(word.folded));
    case 'digits':
      return fits(word?.numeric === true);
    case 'name':
      return fits(word !== undefined);
    default:
      return Array.from({ length: Math.max(0, Math.min(node.most, words.length - at) - node.least + 1) }, (_, index) => at + node.least + index);
  }
}

function firstOf(node: CoreNode): CoreNode {
  if (node.type === 'sequence' && node.items.length > 0) return firstOf(node.items[0]!);
  return node;
}
