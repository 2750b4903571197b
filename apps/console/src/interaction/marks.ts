import type { Finding, Polarity } from '../api/types.js';

/** One extract of a finding in one turn; offsets are UTF-16 code units of the turn's original text. */
export interface Mark {
  readonly findingId: string;
  /** Place of the finding in reading order, from 1: the same number in the text and in the panel. */
  readonly number: number;
  readonly ruleId: string;
  readonly polarity: Polarity;
  /** `missing`: something was due here and was not said. */
  readonly sense: 'said' | 'missing';
  readonly start: number;
  readonly end: number;
}

/** Findings as one meets them in reading: by turn, then by first word, the longer first. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => {
    const [x, y] = [a.evidence[0], b.evidence[0]];
    if (!x || !y) return Number(!x) - Number(!y);
    return x.turn - y.turn || x.start - y.start || y.end - x.end || (a.ruleId < b.ruleId ? -1 : 1);
  });
}

/** Turn position → the marks to draw in it. */
export function marksByTurn(ordered: readonly Finding[]): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>();
  ordered.forEach(({ id, ruleId, polarity, evidence }, index) => {
    for (const { turn, start, end, sense } of evidence) {
      const inTurn = marks.get(turn) ?? [];
      inTurn.push({ findingId: id, number: index + 1, ruleId, polarity, sense, start, end });
      marks.set(turn, inTurn);
    }
  });
  return marks;
}
