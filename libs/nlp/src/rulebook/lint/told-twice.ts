import { shareWords } from '../../findings/yielding.js';
import type { CompiledRulebook } from '../compile-rulebook.js';
import type { Rule } from '../rulebook.js';
import { judge } from './judge.js';
import { warning } from './rule-warning.js';
import type { RuleWarning } from './rule-warning.js';

/** Kinds whose extracts are the very words that are praised or blamed; the others count, or show where something is missing. */
const OF_WORDS = new Set(['wording', 'must-say', 'reply']);

/** Pairs of rules that praise, or blame, the same words in some example of the rulebook; each pair is told once, with the first such words. */
export function toldTwice(rules: readonly Rule[], compiled: CompiledRulebook): RuleWarning[] {
  const told = new Map<string, RuleWarning>();
  for (const rule of rules) {
    for (const example of [...rule.flags, ...rule.passes, ...rule.instead.map((text) => ({ turns: [{ role: null, text }], brackets: [] }))]) {
      const findings = judge(rule, example, compiled).findings.filter((one) => OF_WORDS.has(compiled.ruleById.get(one.ruleId)!.kind));
      for (const [at, one] of findings.entries()) {
        for (const other of findings.slice(at + 1)) {
          const pair = `${one.ruleId} ${other.ruleId}`;
          if (one.ruleId === other.ruleId || one.polarity !== other.polarity || told.has(pair) || !shareWords(one, other)) continue;
          const words = one.evidence.map(({ quote }) => `« ${quote} »`).join(', ');
          told.set(pair, warning(compiled.ruleById.get(one.ruleId)!, 'told-twice', `${words} : relevé aussi par ${other.ruleId} ; « yields-to » laisse les mots à l'une des deux`));
        }
      }
    }
  }
  return [...told.values()];
}
