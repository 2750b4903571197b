import type { Polarity, Severity } from '#domain';
import type { Applicability } from '../conditions/applicability.js';
import type { RuleHeader } from '../kinds/kind.js';
import type { Pattern } from '../pattern/pattern-node.js';
import type { Example } from './example.js';
import type { PolicyFact } from './policy.js';

/** What is wrong with a rulebook, and where. */
export interface RulebookProblem {
  /** Path as given to `loadRulebook`, with the file's name. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** In French. */
  readonly message: string;
  readonly found?: string;
  readonly allowed?: readonly string[];
  /** The allowed word that looks most like what was found. */
  readonly nearest?: string;
}

export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A rule as written, checked key by key. */
export interface Rule extends RuleHeader {
  readonly kind: string;
  readonly serves: string;
  readonly why: string;
  readonly severity: Severity;
  readonly polarity: Polarity;
  readonly instead: readonly string[];
  /** Where each of `instead` is written. */
  readonly insteadPlaces: readonly SourcePlace[];
  readonly flags: readonly Example[];
  readonly passes: readonly Example[];
  readonly when?: Applicability;
  readonly notApplicableWhen?: Applicability;
  /** Ids of rules that may be in the rulebook: words that they find are not found again by this one. */
  readonly yieldsTo: readonly string[];
  /** The keys of its kind, parsed. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly place: SourcePlace;
}

/** A rulebook read from its folder, packs included. */
export interface Rulebook {
  readonly name: string;
  readonly version: string;
  readonly language: string;
  readonly promise: string;
  readonly commitments: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Pattern[]>>;
  readonly policy: readonly PolicyFact[];
  readonly rules: readonly Rule[];
  /** SHA-256 (hex) over the content of all its files. */
  readonly hash: string;
}

export type LoadedRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

/** One line, as a linter prints it: `file:line:column: message`. */
export function formatProblem(problem: RulebookProblem): string {
  const found = problem.found === undefined ? '' : ` — trouvé : ${problem.found}`;
  const nearest = problem.nearest === undefined ? '' : ` — vouliez-vous « ${problem.nearest} » ?`;
  const allowed = problem.allowed === undefined || problem.allowed.length === 0 ? '' : ` — admis : ${problem.allowed.join(', ')}`;
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}${found}${nearest}${allowed}`;
}
