import { z } from 'zod';
import type { Channel, Contradiction, Pledge, Polarity, Settlement, SpeakerRole } from '#domain';
import type { Pattern } from '../pattern/pattern-node.js';
import type { Phrases, Reading } from '../reading/reading.js';
import type { PolicyFact } from '../rulebook/policy.js';

/** A place in a turn, UTF-16 offsets into its original text. */
export interface Place {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** `missing`: something was due here and was not said. Default `said`. */
  readonly sense?: 'said' | 'missing';
}

/** What a rule found; the engine adds what every finding has. */
export interface RawFinding {
  /** Never empty. */
  readonly places: readonly Place[];
  /** What was seen here, added to the rule's `why`. */
  readonly detail?: string;
}

export type CheckResult = readonly RawFinding[] | { readonly notChecked: string };

/** A rule made ready to run. */
export interface Check {
  /** Run only on interactions where one of these occurs; absent: on every one. */
  readonly wakes?: Phrases;
  /** `statements`: it looks at what agents undertake; a rulebook without such a rule spares itself reading that. */
  readonly reads?: 'statements';
  run(reading: Reading): CheckResult;
  /** What it finds between interactions of one customer, and as time passes. */
  readonly over?: HistoryCheck;
}

/** A rule's share in judging a customer's history (history/history-judge.ts). */
export interface HistoryCheck {
  readonly contradicts: (contradiction: Contradiction) => boolean;
  readonly settles: (pledge: Pledge, settlement: Settlement) => boolean;
}

/** What a kind may know of the rule beside its own keys. */
export interface RuleHeader {
  readonly id: string;
  readonly polarity: Polarity;
  readonly speaker: SpeakerRole;
  readonly channels: readonly Channel[];
}

export interface CompileContext {
  /** Puts patterns into the one automaton; equal patterns are put once. */
  phrases(patterns: readonly Pattern[] | undefined): Phrases;
  /** The brand's policy facts. */
  readonly policy: readonly PolicyFact[];
}

/** What the keys of a rule say wrong together. */
export interface Trouble {
  /** In French. */
  readonly message: string;
  /** From the rule to the value in question; absent: the rule as a whole. */
  readonly at?: readonly PropertyKey[];
  readonly found?: string;
  readonly allowed?: readonly string[];
}

/** A kind of rule, as the engine sees it. `kinds/index.ts` lists them; docs/kinds.md tells how to add one. */
export interface Kind {
  readonly name: string;
  /** The keys it adds to those of every rule. */
  readonly keys: z.ZodRawShape;
  /** `flags` must bracket the words found. */
  readonly bracketed: boolean;
  /** It judges what was NOT said, so that a turn of an unknown speaker leaves it undecided. */
  readonly judgesAbsence: (spec: unknown, header: RuleHeader) => boolean;
  /** What its keys say wrong together; null when all is well. */
  readonly trouble: (spec: unknown) => Trouble | null;
  readonly compile: (spec: unknown, header: RuleHeader, context: CompileContext) => Check;
  /** Patterns of which one has to be said for the rule to be content: the prover holds them against forbidden words. */
  readonly requiredPhrases: (spec: unknown) => readonly Pattern[];
  /** In French, how the rule was understood. */
  readonly explain: (spec: unknown, header: RuleHeader) => string;
}

interface KindDefinition<Spec> {
  readonly name: string;
  readonly bracketed?: boolean;
  readonly judgesAbsence?: (spec: Spec, header: RuleHeader) => boolean;
  readonly requiredPhrases?: (spec: Spec) => readonly Pattern[];
  readonly trouble?: (spec: Spec) => Trouble | null;
  readonly compile: (spec: Spec, header: RuleHeader, context: CompileContext) => Check;
  readonly explain: (spec: Spec, header: RuleHeader) => string;
}

/** Declares a kind: its keys as a zod shape, from which the type of `spec` follows. */
export function defineKind<Keys extends z.ZodRawShape>(keys: Keys, definition: KindDefinition<z.infer<z.ZodObject<Keys>>>): Kind {
  type Spec = z.infer<z.ZodObject<Keys>>;
  // The rulebook was checked against these very keys before a spec gets here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const own = (spec: unknown): Spec => spec as Spec;
  return {
    name: definition.name,
    keys,
    bracketed: definition.bracketed ?? false,
    judgesAbsence: (spec, header) => definition.judgesAbsence?.(own(spec), header) ?? false,
    requiredPhrases: (spec) => definition.requiredPhrases?.(own(spec)) ?? [],
    trouble: (spec) => definition.trouble?.(own(spec)) ?? null,
    compile: (spec, header, context) => definition.compile(own(spec), header, context),
    explain: (spec, header) => definition.explain(own(spec), header),
  };
}
