import { foldText } from '../../engine/fold-table.js';
import { patternsIn } from '../references.js';
import type { Rule } from '../rulebook.js';
import { warning } from './rule-warning.js';
import type { RuleWarning } from './rule-warning.js';

/** What a rule does, as texts, and how that is told. Words have one a pattern; other kinds are the same only as a whole. */
function doings(rule: Rule): { readonly key: string; readonly told: string }[] {
  const who = `${rule.polarity}:${rule.speaker}`;
  if (rule.kind !== 'wording') return [{ key: `${who}:${rule.kind}:${written([rule.spec, rule.when, rule.notApplicableWhen])}`, told: 'ce que fait cette règle' }];
  return patternsIn(rule.spec['match']).map(({ text }) => ({ key: `${who}:${foldedPattern(text)}`, told: `« ${text} »` }));
}

/** Values with their patterns as they are written: where a pattern stands in its file must not count. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === 'object' && item !== null && 'root' in item && 'text' in item ? foldedPattern(String(item.text)) : item));

/** Letters folded, signs of the language kept: « [a] b » is not « a b ». */
const foldedPattern = (text: string): string => text.replace(/[\p{L}\p{M}]+/gu, foldText).replaceAll('’', "'").replace(/\s+/g, ' ').trim();

export const shareChannel = (a: Rule, b: Rule): boolean => a.channels.some((channel) => b.channels.includes(channel));

/** The same asked for twice: two findings for one slip. */
export function duplicates(rules: readonly Rule[]): RuleWarning[] {
  const seen = new Map<string, Rule[]>();
  return rules.flatMap((rule) =>
    doings(rule).flatMap(({ key, told }) => {
      const others = seen.get(key) ?? [];
      seen.set(key, [...others, rule]);
      const twin = others.find((other) => other === rule || shareChannel(other, rule));
      return twin === undefined ? [] : [warning(rule, 'duplicate', `${told} est déjà dans ${twin === rule ? 'cette règle' : twin.id}`)];
    }),
  );
}
