import { GAP_PRICE } from '../pattern/pattern-node.js';
import type { CoreNode, CorePattern } from '../pattern/pattern-node.js';
import type { TokenSets } from './token-sets.js';

/** What an edge takes. */
export const EDGE_SET = 0;
/** A run of digits with a slash after it. */
export const EDGE_DIGITS_SLASH = 1;
export const EDGE_NAME = 2;
/** Any token, as a gap word. */
export const EDGE_ANY = 3;
/** Any token joined to the next by an apostrophe or hyphen: half a gap word. */
export const EDGE_HALF = 4;
/** One more word of a name. */
export const EDGE_NAME_ON = 5;

export interface Edge {
  readonly kind: number;
  readonly set: number;
  readonly to: number;
  readonly price: number;
}

/** A pattern as a small automaton without empty moves, for checking candidates. State 0 is the start. */
export interface Program {
  readonly edges: readonly (readonly Edge[])[];
  readonly accepts: readonly boolean[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The most tokens a match can have. */
  readonly longest: number;
  /** A set of which every match has a token, as far from its start as may be; -1 when there is none. */
  readonly required: number;
  /** The fewest tokens of a match before that one. */
  readonly requiredFrom: number;
}

interface Draft {
  readonly edges: Edge[];
  readonly empty: number[];
}

export function buildProgram(pattern: CorePattern, sets: TokenSets): Program {
  const states: Draft[] = [];
  const state = (): number => states.push({ edges: [], empty: [] }) - 1;
  const link = (from: number, kind: number, to: number, set = -1, price = 0): void => {
    states[from]!.edges.push({ kind, set, to, price });
  };
  /** Lays `node` between two states. */
  const lay = (node: CoreNode, from: number, to: number): void => {
    switch (node.type) {
      case 'sequence': {
        let at = from;
        node.items.forEach((item, index) => {
          const next = index === node.items.length - 1 ? to : state();
          lay(item, at, next);
          at = next;
        });
        if (node.items.length === 0) states[from]!.empty.push(to);
        return;
      }
      case 'choice':
        for (const option of node.options) lay(option, from, to);
        return;
      case 'optional':
        lay(node.item, from, to);
        states[from]!.empty.push(to);
        return;
      case 'words':
        link(from, EDGE_SET, to, sets.add(node.key, node.words));
        return;
      case 'digits':
        if (node.slash === true) link(from, EDGE_DIGITS_SLASH, to, sets.digits);
        else link(from, EDGE_SET, to, sets.digits);
        return;
      case 'name':
        link(from, node.continued === true ? EDGE_NAME_ON : EDGE_NAME, to);
        return;
      case 'gap': {
        let at = from;
        for (let word = 0; word < node.most; word += 1) {
          if (word >= node.least) states[at]!.empty.push(to);
          const next = word === node.most - 1 ? to : state();
          const half = state();
          const price = node.price ?? GAP_PRICE;
          link(at, EDGE_ANY, next, -1, price);
          link(at, EDGE_HALF, half);
          link(half, EDGE_ANY, next, -1, price);
          at = next;
        }
      }
    }
  };
  const start = state();
  const end = state();
  lay(pattern.root, start, end);
  const closures = states.map((_, from) => closure(states, from));
  return {
    edges: closures.map((reached) => reached.flatMap((at) => states[at]!.edges)),
    accepts: closures.map((reached) => reached.includes(end)),
    atStart: pattern.atStart,
    atEnd: pattern.atEnd,
    longest: longestMatch(pattern.root),
    ...lastRequired(pattern.root, sets),
  };
}

function lastRequired(root: CoreNode, sets: TokenSets): Pick<Program, 'required' | 'requiredFrom'> {
  const items = root.type === 'sequence' ? root.items : [root];
  const at = items.findLastIndex((item) => item.type === 'words');
  const last = items[at];
  if (last === undefined || last.type !== 'words') return { required: -1, requiredFrom: 0 };
  return { required: sets.add(last.key, last.words), requiredFrom: items.slice(0, at).reduce((sum, item) => sum + shortestMatch(item), 0) };
}

/** The fewest tokens a match of this node can have. */
export function shortestMatch(node: CoreNode): number {
  switch (node.type) {
    case 'sequence':
      return node.items.reduce((sum, item) => sum + shortestMatch(item), 0);
    case 'choice':
      return Math.min(...node.options.map(shortestMatch));
    case 'optional':
      return 0;
    case 'gap':
      return node.least;
    default:
      return 1;
  }
}

function closure(states: readonly Draft[], from: number): number[] {
  const reached = [from];
  for (const at of reached) for (const to of states[at]!.empty) if (!reached.includes(to)) reached.push(to);
  return reached;
}

/** The most tokens a match of this node can have. */
export function longestMatch(node: CoreNode): number {
  switch (node.type) {
    case 'sequence':
      return node.items.reduce((sum, item) => sum + longestMatch(item), 0);
    case 'choice':
      return Math.max(0, ...node.options.map(longestMatch));
    case 'optional':
      return longestMatch(node.item);
    case 'gap':
      return node.most * 2;
    default:
      return 1;
  }
}
