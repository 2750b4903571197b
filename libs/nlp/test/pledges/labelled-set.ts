import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `a`, `c`, `e`, `g`, `h` and `i` are what rules are tuned on, `b`, `d` and `f` what they are measured on and never tuned on; c and d were written later, when b had been measured often,
 * e and f later still, by somebody who had not read the rules; `g` by whoever made the rules, while they were made; `h` and `i` by somebody who had not read the rules.
 */
export type Half = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j';

/** [start, end) in UTF-16 code units of the text it belongs to. */
export type Span = readonly [number, number];

export const ACTS = [
  'refund', 'call-back', 'deliver', 'send-technician', 'gesture', 'cancel', 'repair', 'send-document', 'reply', 'transfer', 'check', 'exchange', 'correct', 'other',
] as const;
export const ACTORS = ['agent', 'company', 'third-party'] as const;
export const NOT_PLEDGES = [
  'hedged', 'hypothetical', 'negated', 'quoted', 'past', 'question', 'customer-duty', 'statement', 'offer', 'politeness', 'handling',
] as const;
export const CONTRADICTIONS = ['deadline-moved', 'amount-changed', 'yes-to-no', 'conditional-turned-firm', 'two-versions', 'shift-tu-vous'] as const;

export interface LabelledPledge {
  readonly span: Span;
  readonly act: (typeof ACTS)[number];
  readonly actor: (typeof ACTORS)[number];
  readonly object: string;
  readonly amount: { readonly value: number; readonly currency: 'EUR' } | { readonly value: number; readonly unit: '%' } | null;
  /** `from` and `by`: a date, or a local time in Paris to the minute; `by` is null when it runs from an event that has no date. */
  readonly deadline: { readonly words: Span; readonly from: string | null; readonly by: string | null } | null;
  readonly condition: Span | null;
  readonly firmness: 'firm' | 'conditional';
}

export interface LabelledTurn {
  readonly id: string;
  readonly channel: 'email' | 'chat' | 'phone';
  /** Start of the interaction, ISO 8601 with the offset of Paris. */
  readonly at: string;
  readonly text: string;
  readonly pledges: readonly LabelledPledge[];
  readonly others: readonly { readonly span: Span; readonly why: (typeof NOT_PLEDGES)[number] }[];
}

export interface LabelledSide {
  readonly channel: LabelledTurn['channel'];
  readonly at: string;
  readonly agent: string;
  readonly text: string;
}

export interface LabelledPair {
  readonly id: string;
  readonly a: LabelledSide;
  readonly b: LabelledSide;
  readonly case: true;
  readonly contradictory: boolean;
  readonly kind: (typeof CONTRADICTIONS)[number] | null;
  readonly why: string | null;
  readonly aspan: Span;
  readonly bspan: Span;
}

/** One part of the turns of `labelled/`, whose README says what is labelled and how. */
export const readTurns = (half: Half): LabelledTurn[] => readLines<LabelledTurn>(`turns-${half}.jsonl`);

/** One part of the pairs of `labelled/`. */
export const readPairs = (half: Half): LabelledPair[] => readLines<LabelledPair>(`pairs-${half}.jsonl`);

/** What the parts were drawn by: ids in the order of this hash, the first of them in `a` (or `c`); e, f, h and i were written apart. */
export const lot = (id: string): string => createHash('sha256').update(id).digest('hex');

const readLines = <Line>(name: string): Line[] =>
  readFileSync(path.join(import.meta.dirname, 'labelled', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
