import type { Rule, SourcePlace } from '../rulebook.js';

/** Something in a rulebook that proves itself and yet is probably not meant. */
export interface RuleWarning {
  readonly ruleId: string;
  readonly place: SourcePlace;
  readonly check: 'contradictory' | 'duplicate' | 'told-twice' | 'unreachable' | 'over-firing' | 'unknown-lemma';
  /** In French. */
  readonly message: string;
}

export const warning = (rule: Rule, check: RuleWarning['check'], message: string): RuleWarning => ({ ruleId: rule.id, place: rule.place, check, message });
