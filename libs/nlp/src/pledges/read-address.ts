import { type Lexicon, registerMarkers } from '../read/index.js';
import type { ReadStatement } from './read-statements.js';
import type { TurnWords } from './words/turn-words.js';

export interface ReadAddress {
  readonly register: 'tu' | 'vous';
  /** The clause that first addresses the customer so. Range of words. */
  readonly start: number;
  readonly end: number;
}

const REGISTERS = [['informal', 'tu'], ['formal', 'vous']] as const;

/** How a turn addresses the customer; both when it changes. Words within quotation marks are somebody else's. */
export function readAddress(words: TurnWords, read: readonly ReadStatement[], lexicon: Lexicon): ReadAddress[] {
  const { markers } = registerMarkers(words.original, words.written, lexicon);
  return REGISTERS.flatMap(([kind, register]) => {
    let next = 0;
    for (const marker of markers) {
      if (marker.register !== kind || marker.imperative) continue;
      const at = words.indexAt(marker.start);
      while (next < read.length && read[next]!.end <= at) next++;
      const clause = read[next] !== undefined && read[next]!.start <= at ? read[next] : undefined;
      if (clause?.verdict.kind === 'none' && clause.verdict.why === 'quoted') continue;
      return [{ register, start: clause?.start ?? at, end: clause?.end ?? at + 1 }];
    }
    return [];
  });
}
