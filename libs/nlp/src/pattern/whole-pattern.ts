import type { PatternNode } from './pattern-node.js';

/** Where a gap opens or closes the pattern; null when none does. */
export function edgeGap(node: PatternNode): number | null {
  switch (node.type) {
    case 'gap':
      return node.at;
    case 'sequence':
      return node.items.length === 0 ? null : (edgeGap(node.items[0]!) ?? edgeGap(node.items.at(-1)!));
    case 'choice':
      return node.options.reduce<number | null>((found, option) => found ?? edgeGap(option), null);
    case 'optional':
      return edgeGap(node.item);
    default:
      return null;
  }
}

/** At least one word on every path, so that a pattern can neither be empty nor match anything. */
export function hasWord(node: PatternNode): boolean {
  switch (node.type) {
    case 'sequence':
      return node.items.some(hasWord);
    case 'choice':
      return node.options.every(hasWord);
    case 'optional':
    case 'gap':
      return false;
    case 'entity':
      return node.name !== 'nom';
    case 'word':
      // « ne » may be dropped, so that it holds nothing up.
      return node.word !== 'ne' && node.word !== 'n';
    default:
      return true;
  }
}
