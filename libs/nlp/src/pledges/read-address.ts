import { markAddresses } from '../read/index.js';
import type { ReadStatement } from './read-statements.js';
import type { TurnWords } from './words/turn-words.js';

export interface ReadAddress {
  readonly register: 'tu' | 'vous';
  /** The clause that first addresses the customer so. Range of words. */
  readonly start: number;
  readonly end: number;
}

const REGISTERS = [['informal', 'tu'], ['formal', 'vous']] as const;

/** How a turn addresses the customer; both when it changes. Words within quotation marks are somebody else's, and an imperative alone may be a noun. */
export function readAddress(words: TurnWords, read: readonly ReadStatement[]): ReadAddress[] {
  const { writtenWords } = words;
  const registers = markAddresses(writtenWords.map((word) => word?.text ?? ''), (i) => writtenWords[i]?.spelling ?? 0);
  return REGISTERS.flatMap(([kind, register]) => {
    let next = 0;
    for (let token = registers.indexOf(kind); token >= 0; token = registers.indexOf(kind, token + 1)) {
      const at = words.indexAt(words.written[token]!.start);
      while (next < read.length && read[next]!.end <= at) next++;
      const clause = read[next] !== undefined && read[next]!.start <= at ? read[next] : undefined;
      if (clause?.verdict.kind === 'none' && clause.verdict.why === 'quoted') continue;
      return [{ register, start: clause?.start ?? at, end: clause?.end ?? at + 1 }];
    }
    return [];
  });
}
