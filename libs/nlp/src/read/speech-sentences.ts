import type { Token } from './token.js';

/** Token positions at which spoken French without punctuation begins a new sentence. */
export function speechBoundaries(_text: string, _tokens: readonly Token[]): number[] {
  return [];
}
