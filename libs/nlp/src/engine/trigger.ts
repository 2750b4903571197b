import type { CoreNode, CorePattern } from '../pattern/pattern-node.js';
import { longestMatch } from './program.js';
import type { TokenSets } from './token-sets.js';

/** Rows of sets such that every match of the pattern contains one of them. */
export interface Trigger {
  /** Each path is a row of set ids. */
  readonly paths: readonly (readonly number[])[];
  /** The most tokens of a match that can stand before the path. */
  readonly before: number;
  /** True when a path found IS a match: nothing is left to check. */
  readonly exact: boolean;
}

const MOST_PATHS = 64;
const MANY_FORMS = 6;

/** So frequent that a row of words should rather be watched for by another of its words. */
const FREQUENT = new Set(
  (
    'a ai au aux avec avez avoir bien c ce ces cette d dans de des du elle en est et etre fait faire il ils j je l la le les leur m ma mais me merci mon n ne ' +
    'nous notre on ou par pas plus pour qu que qui s sa se si son sont suis sur t tout tu un une va vos votre vous y bonjour'
  ).split(' '),
);

interface Rows {
  readonly paths: readonly (readonly number[])[];
  /** The least rarity over the paths; 0 watches for nothing. */
  readonly weight: number;
  readonly whole: boolean;
  readonly before: number;
}

export function triggerOf(pattern: CorePattern, sets: TokenSets): Trigger {
  const rows = rowsOf(pattern.root, sets);
  if (rows === null) throw new Error(`pattern that watches for nothing: ${pattern.text}`);
  return { paths: rows.paths, before: rows.before, exact: rows.whole && !pattern.atStart && !pattern.atEnd };
}

function rowsOf(node: CoreNode, sets: TokenSets): Rows | null {
  const whole = plainRows(node, sets);
  if (whole !== null && whole.weight > 0) return whole;
  if (node.type === 'choice') {
    const all = node.options.map((option) => rowsOf(option, sets));
    const found = all.filter((rows) => rows !== null);
    if (found.length < all.length) return null;
    return { paths: found.flatMap((rows) => rows.paths), weight: Math.min(...found.map((rows) => rows.weight)), whole: false, before: Math.max(...found.map((rows) => rows.before)) };
  }
  if (node.type !== 'sequence') return null;
  let best: Rows | null = null;
  let before = 0;
  const consider = (rows: Rows | null): void => {
    if (rows !== null && rows.weight > (best?.weight ?? 0)) best = { ...rows, whole: false, before: rows.before + before };
  };
  for (let from = 0; from < node.items.length; from += 1) {
    if (from > 0) before += longestMatch(node.items[from - 1]!);
    consider(rowsOf(node.items[from]!, sets));
    for (let to = from + 2; to <= node.items.length; to += 1) {
      const run = plainRows({ type: 'sequence', items: node.items.slice(from, to) }, sets);
      if (run === null) break;
      consider(run);
    }
  }
  return best;
}

/** All rows of a node without gaps or names; null when it has some, or too many rows. */
function plainRows(node: CoreNode, sets: TokenSets): Rows | null {
  switch (node.type) {
    case 'words':
      return { paths: [[sets.add(node.key, node.words)]], weight: rarity(node.words), whole: true, before: 0 };
    case 'digits':
      return { paths: [[sets.digits]], weight: 1, whole: node.slash !== true, before: 0 };
    case 'optional': {
      const item = plainRows(node.item, sets);
      return item === null ? null : { paths: [[], ...item.paths], weight: 0, whole: item.whole, before: 0 };
    }
    case 'choice': {
      const options = node.options.map((option) => plainRows(option, sets));
      const found = options.filter((rows) => rows !== null);
      if (found.length < options.length) return null;
      const paths = found.flatMap((rows) => rows.paths);
      if (paths.length > MOST_PATHS) return null;
      return { paths, weight: Math.min(...found.map((rows) => rows.weight)), whole: found.every((rows) => rows.whole), before: 0 };
    }
    case 'sequence': {
      let all: Rows = { paths: [[]], weight: 0, whole: true, before: 0 };
      for (const item of node.items) {
        const rows = plainRows(item, sets);
        if (rows === null || all.paths.length * rows.paths.length > MOST_PATHS) return null;
        all = {
          paths: all.paths.flatMap((path) => rows.paths.map((more) => [...path, ...more])),
          weight: all.weight + rows.weight,
          whole: all.whole && rows.whole,
          before: 0,
        };
      }
      return all;
    }
    default:
      return null;
  }
}

/** More for words that are met less often: no small words, few forms, long ones. */
function rarity(words: readonly string[]): number {
  if (words.some((word) => FREQUENT.has(word))) return 1;
  const shortest = Math.min(...words.map((word) => word.length));
  return words.length > MANY_FORMS || shortest <= 4 ? 3 : shortest <= 7 ? 4 : 5;
}
