import type { Finding } from '#domain';
import type { Rule } from '../rulebook/rulebook.js';

/** The findings whose words no rule took that theirs yields to: the same words are praised or blamed once. */
export function withoutYielded(findings: readonly Finding[], rules: ReadonlyMap<string, Rule>): Finding[] {
  return findings.filter((finding) => {
    const stronger = rules.get(finding.ruleId)!.yieldsTo;
    return stronger.length === 0 || !findings.some((other) => stronger.includes(other.ruleId) && shareWords(finding, other));
  });
}

/** Whether two findings quote some of the same words; of what is missing there are none. */
export const shareWords = (a: Finding, b: Finding): boolean =>
  a.evidence.some((one) => one.sense === 'said' && b.evidence.some((other) => other.sense === 'said' && one.turn === other.turn && one.start < other.end && other.start < one.end));
