import type { CoreNode } from './pattern-node.js';

/** Merges nested sequences and turns a choice of single words into one set: fewer states, same meaning. */
export function flatten(node: CoreNode): CoreNode {
  if (node.type === 'sequence') {
    const items = node.items.map(flatten).flatMap((item) => (item.type === 'sequence' ? item.items : [item]));
    return items.length === 1 ? items[0]! : { type: 'sequence', items };
  }
  if (node.type === 'optional') {
    const item = flatten(node.item);
    return item.type === 'optional' ? item : { type: 'optional', item };
  }
  if (node.type !== 'choice') return node;
  const options = node.options.map(flatten).flatMap((option) => (option.type === 'choice' ? option.options : [option]));
  const sets = options.filter((option) => option.type === 'words');
  const others = options.filter((option) => option.type !== 'words');
  if (sets.length < 2) return options.length === 1 ? options[0]! : { type: 'choice', options };
  const key = [...new Set(sets.map((set) => set.key))].sort().join('|');
  const merged: CoreNode = { type: 'words', key, words: [...new Set(sets.flatMap((set) => set.words))].sort() };
  return others.length === 0 ? merged : { type: 'choice', options: [merged, ...others] };
}
