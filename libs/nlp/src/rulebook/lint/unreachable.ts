import { compileRulebook } from '../compile-rulebook.js';
import { patternsIn } from '../references.js';
import type { Rule, Rulebook } from '../rulebook.js';
import { judge } from './judge.js';
import { warning } from './rule-warning.js';
import type { RuleWarning } from './rule-warning.js';

/** Rules that no interaction can wake, and patterns that their own `unless` always takes back. */
export function unreachable(rulebook: Rulebook): RuleWarning[] {
  return rulebook.rules.flatMap((rule) => [...nowhere(rule), ...takenBack(rule, rulebook)]);
}

/** Conditions that no channel of the rule can meet. */
function nowhere(rule: Rule): RuleWarning[] {
  const meets = (one: { channel?: readonly string[] }): boolean => one.channel === undefined || one.channel.some((channel) => rule.channels.some((own) => own === channel));
  const { where } = rule.spec;
  const ofMails = typeof where === 'object' && where !== null && 'zones' in where && where.zones !== undefined && !rule.channels.includes('email');
  return [
    ...(rule.when !== undefined && !rule.when.some(meets) ? [warning(rule, 'unreachable', `« when » ne demande que des canaux où la règle ne juge pas (elle juge : ${rule.channels.join(', ')})`)] : []),
    ...(ofMails ? [warning(rule, 'unreachable', `« where: zones » ne vaut que pour les courriels, et la règle n'en juge pas (elle juge : ${rule.channels.join(', ')})`)] : []),
  ];
}

/** Patterns whose own words, said alone, never make the rule fire. */
function takenBack(rule: Rule, rulebook: Rulebook): RuleWarning[] {
  if (rule.kind !== 'wording' || rule.spec['unless'] === undefined) return [];
  const { when: _when, notApplicableWhen: _never, ...always } = { ...rule, spec: { match: rule.spec['match'], unless: rule.spec['unless'] } };
  const compiled = compileRulebook({ ...rulebook, rules: [always] });
  return patternsIn(rule.spec['match'])
    .filter((pattern) => /^[\p{L}\p{M}\s'’-]+$/u.test(pattern.text))
    .filter((pattern) => judge(rule, { turns: [{ role: null, text: pattern.text }], brackets: [] }, compiled).findings.length === 0)
    .map((pattern) => warning(rule, 'unreachable', `« ${pattern.text} » est toujours repris par « unless »`));
}
