import type { InteractionFacts } from '#domain';
import type { AGENT_RULE_DAY } from './rule-day.table.js';

export type AgentRuleCounts = Readonly<Record<(typeof AGENT_RULE_DAY.counters)[number], number>>;

/** What one interaction adds for one of its agents, rule by rule: those that found something in the agent's words, and those that could not run. */
export function agentRuleCounts(facts: InteractionFacts, agentRef: string): [ruleId: string, counts: AgentRuleCounts][] {
  const own = facts.findings.filter((finding) => finding.agentRef === agentRef && finding.status !== 'dismissed');
  const unchecked = new Set(facts.notChecked);
  return [...new Set([...own.map(({ ruleId }) => ruleId), ...unchecked])].map((ruleId) => {
    const found = own.filter((finding) => finding.ruleId === ruleId);
    // A disputed one counts for nobody until it is resolved; of a group it is still one.
    const detected = found.filter(({ status }) => status !== 'disputed').length;
    const confirmed = found.filter(({ status }) => status === 'confirmed').length;
    const notChecked = (findings: number): number => (unchecked.has(ruleId) && findings === 0 ? 1 : 0);
    return [
      ruleId,
      {
        found_flagged: Math.min(1, found.length),
        found_findings: found.length,
        found_not_checked: notChecked(found.length),
        detected_flagged: Math.min(1, detected),
        detected_findings: detected,
        detected_not_checked: notChecked(detected),
        confirmed_flagged: Math.min(1, confirmed),
        confirmed_findings: confirmed,
      },
    ];
  });
}
