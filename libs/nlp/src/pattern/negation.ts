import type { PatternNode } from './pattern-node.js';

const NE = new Set(['ne', 'n']);
/** « plus » is left out: « il est plus rapide » must not find « il n'est plus rapide ». */
const NEGATIVES = new Set(['pas', 'jamais', 'rien', 'guere', 'aucun', 'aucune']);

/**
 * « ne » is dropped in speech and in chat. A written « ne » becomes optional, and a pattern with « pas », « jamais »,
 * « rien » … but no « ne » lets one through between its words.
 */
export function seeThroughNegation(root: PatternNode): PatternNode {
  if (some(root, isNe)) return optionalNe(root);
  if (!some(root, isNegative)) return root;
  return letNeThrough(root, true);
}

const isNe = (node: PatternNode): boolean => node.type === 'word' && NE.has(node.word);
const isNegative = (node: PatternNode): boolean => node.type === 'word' && NEGATIVES.has(node.word);

function some(node: PatternNode, test: (node: PatternNode) => boolean): boolean {
  if (test(node)) return true;
  if (node.type === 'sequence') return node.items.some((item) => some(item, test));
  if (node.type === 'choice') return node.options.some((option) => some(option, test));
  return node.type === 'optional' && some(node.item, test);
}

function optionalNe(node: PatternNode): PatternNode {
  if (isNe(node)) return { type: 'optional', item: node };
  if (node.type === 'choice') return { type: 'choice', options: node.options.map(optionalNe) };
  if (node.type === 'optional') return { type: 'optional', item: optionalNe(node.item) };
  if (node.type !== 'sequence') return node;
  const [first, second, ...rest] = node.items;
  if (first !== undefined && isNe(first) && second?.type === 'gap') {
    // Without « ne » the gap would open the pattern; the verb alone stands in for it.
    const verb: PatternNode = { type: 'entity', name: 'mot', at: 0 };
    return { type: 'sequence', items: [{ type: 'choice', options: [{ type: 'sequence', items: [first, second] }, verb] }, ...rest.map(optionalNe)] };
  }
  return { type: 'sequence', items: node.items.map(optionalNe) };
}

/** Inserts an optional « ne » before each item that a negative word follows or is in, never as the first word of the pattern. */
function letNeThrough(node: PatternNode, first: boolean): PatternNode {
  if (node.type === 'choice') return { type: 'choice', options: node.options.map((option) => letNeThrough(option, first)) };
  if (node.type === 'optional') return { type: 'optional', item: letNeThrough(node.item, first) };
  if (node.type !== 'sequence') return node;
  let last = -1;
  node.items.forEach((item, index) => {
    if (some(item, isNegative)) last = index;
  });
  const items: PatternNode[] = [];
  node.items.forEach((item, index) => {
    if (index <= last && (index > 0 || !first)) items.push({ type: 'optional', item: { type: 'word', word: 'ne', joined: false, at: 0 } });
    items.push(letNeThrough(item, first && index === 0));
  });
  return { type: 'sequence', items };
}
