import type { CoreNode, CorePattern } from '../pattern/pattern-node.js';
import { longestMatch, shortestMatch } from './program.js';
import type { TokenSets } from './token-sets.js';
import type { WordShare } from './word-shares.js';

/** Rows of sets such that every match of the pattern contains one of them. */
export interface Trigger {
  readonly paths: readonly Path[];
  /** The fewest and the most tokens of a match before the path. */
  readonly fewestBefore: number;
  readonly mostBefore: number;
  /** True when a path found IS a match: nothing is left to check. */
  readonly exact: boolean;
}

/** A row of sets; `left` is the set of which the word just before must be, -1 when it can be any. */
export interface Path {
  readonly sets: readonly number[];
  readonly left: number;
}

const MOST_PATHS = 64;
/** What it costs, one against the other, to follow a path that began, and to check a match whose path was found. */
const FOLLOWING = 10;
const CHECKING = 30;

/** Makes the sets of all words of a pattern. */
export function addSets(node: CoreNode, sets: TokenSets): void {
  if (node.type === 'words') sets.add(node.key, node.words);
  else if (node.type === 'sequence') for (const item of node.items) addSets(item, sets);
  else if (node.type === 'choice') for (const option of node.options) addSets(option, sets);
  else if (node.type === 'optional') addSets(node.item, sets);
}

interface Rows {
  readonly paths: readonly Path[];
  /** What watching for these paths costs for each token read. */
  readonly cost: number;
  readonly whole: boolean;
  readonly fewestBefore: number;
  readonly mostBefore: number;
}

/**
 * Of the rows of words that are in every match, the one that costs least to watch for: one that begins with a rare word, or whose words seldom
 * come together.
 */
export function triggerOf(pattern: CorePattern, sets: TokenSets, share: WordShare): Trigger {
  const rows = rowsOf(pattern.root, sets, share);
  if (rows === null) throw new Error(`pattern that watches for nothing: ${pattern.text}`);
  return { ...rows, exact: rows.whole && !pattern.atStart && !pattern.atEnd };
}

function rowsOf(node: CoreNode, sets: TokenSets, share: WordShare): Rows | null {
  if (node.type === 'sequence') return bestOfSequence(node.items, sets, share);
  const plain = rowsFrom([node], 0, sets, share);
  if (node.type !== 'choice') return plain;
  const all = node.options.map((option) => rowsOf(option, sets, share));
  const found = all.filter((rows) => rows !== null);
  if (found.length === 0 || found.length < all.length) return plain;
  const apart: Rows = {
    paths: found.flatMap((rows) => rows.paths),
    cost: found.reduce((sum, rows) => sum + rows.cost, 0),
    whole: found.every((rows) => rows.whole),
    fewestBefore: Math.min(...found.map((rows) => rows.fewestBefore)),
    mostBefore: Math.max(...found.map((rows) => rows.mostBefore)),
  };
  return plain !== null && plain.cost <= apart.cost ? plain : apart;
}

function bestOfSequence(items: readonly CoreNode[], sets: TokenSets, share: WordShare): Rows | null {
  let best: Rows | null = null;
  let fewest = 0;
  let most = 0;
  items.forEach((item, from) => {
    const inside = item.type === 'choice' || item.type === 'sequence' ? within(rowsOf(item, sets, share)) : null;
    for (const rows of [rowsFrom(items, from, sets, share), inside]) {
      if (rows !== null && (best === null || rows.cost < best.cost)) {
        const paths = rows.mostBefore > 0 || from === 0 ? rows.paths : after(items[from - 1]!, rows.paths, sets);
        best = { ...rows, paths, fewestBefore: rows.fewestBefore + fewest, mostBefore: rows.mostBefore + most };
      }
    }
    fewest += shortestMatch(item);
    most += longestMatch(item);
  });
  return best;
}

/** The same paths, right behind a node. */
const after = (node: CoreNode, paths: readonly Path[], sets: TokenSets): readonly Path[] =>
  node.type === 'words' ? paths.map((path) => ({ ...path, left: sets.add(node.key, node.words) })) : paths;

/** Rows of a part of a sequence are not the whole of it. */
const within = (rows: Rows | null): Rows | null => (rows === null ? null : { ...rows, whole: false });

/** The rows that begin with item `from` and take in as many of the next as are plain; null when that item is not. */
function rowsFrom(items: readonly CoreNode[], from: number, sets: TokenSets, share: WordShare): Rows | null {
  const first = plainPaths(items[from]!, sets);
  if (first === null || first.some((path) => path.length === 0)) return null;
  let paths = first;
  let to = from + 1;
  for (; to < items.length; to += 1) {
    const next = plainPaths(items[to]!, sets);
    if (next === null || paths.length * next.length > MOST_PATHS) break;
    paths = joined(paths, next);
  }
  const whole = from === 0 && to === items.length && !items.some(hasSlash);
  const shareOf = (set: number): number => share(set, sets.wordsOf(set));
  const starts = new Set(first.map((path) => path[0]!));
  const begun = [...starts].reduce((sum, set) => sum + shareOf(set), 0);
  const found = paths.reduce((sum, path) => sum + path.reduce((product, set) => product * shareOf(set), 1), 0);
  return { paths: paths.map((row) => ({ sets: row, left: -1 })), cost: begun * FOLLOWING + (whole ? 0 : found * CHECKING), whole, fewestBefore: 0, mostBefore: 0 };
}

const joined = (paths: readonly (readonly number[])[], more: readonly (readonly number[])[]): (readonly number[])[] =>
  paths.flatMap((path) => more.map((one) => [...path, ...one]));

/** All rows of a node without gaps or names; null when it has some, or too many rows. */
function plainPaths(node: CoreNode, sets: TokenSets): readonly (readonly number[])[] | null {
  switch (node.type) {
    case 'words':
      return [[sets.add(node.key, node.words)]];
    case 'digits':
      return [[sets.digits]];
    case 'optional': {
      const item = plainPaths(node.item, sets);
      return item === null ? null : [[], ...item];
    }
    case 'choice': {
      const options = node.options.map((option) => plainPaths(option, sets));
      const found = options.filter((paths) => paths !== null);
      const paths = found.flat();
      return found.length < options.length || paths.length > MOST_PATHS ? null : paths;
    }
    case 'sequence': {
      let all: readonly (readonly number[])[] = [[]];
      for (const item of node.items) {
        const paths = plainPaths(item, sets);
        if (paths === null || all.length * paths.length > MOST_PATHS) return null;
        all = joined(all, paths);
      }
      return all;
    }
    default:
      return null;
  }
}

/** A number that must have a slash behind it is more than a row of sets can tell. */
function hasSlash(node: CoreNode): boolean {
  switch (node.type) {
    case 'digits':
      return node.slash === true;
    case 'sequence':
      return node.items.some(hasSlash);
    case 'choice':
      return node.options.some(hasSlash);
    case 'optional':
      return hasSlash(node.item);
    default:
      return false;
  }
}
