import type { InteractionFacts } from '#domain';
import type { View } from '../../projector/view.js';
import { tablesOf } from '../spans.js';
import { applyTally, changesOf, createTally, type TallyRow } from '../tally.js';
import { type AgentRuleCounts, agentRuleCounts } from './agent-rule-counts.js';
import { AGENT_RULE_DAY, RULE_DAY, SHARED_RULE } from './rule-day.table.js';

/** What each rule found per day, of everybody and of each agent; a rule that found something on an interaction did run on it. */
export const ruleDay: View = {
  name: 'rule-day',
  version: 2,
  tables: [...tablesOf(RULE_DAY), ...tablesOf(AGENT_RULE_DAY), SHARED_RULE.table],
  create: [...createTally(RULE_DAY, { byDay: true }), ...createTally(AGENT_RULE_DAY, { byDay: false }), ...createTally(SHARED_RULE, { byDay: false })],
  apply: async (sql, entries) => {
    const changes = changesOf(entries);
    await applyTally(sql, RULE_DAY, changes, rulesOf);
    await applyTally(sql, AGENT_RULE_DAY, changes, rulesOfAgents);
    await applyTally(sql, SHARED_RULE, changes, rulesShared);
  },
};

function rulesOf(facts: InteractionFacts, organisationId: string): TallyRow<typeof RULE_DAY>[] {
  const found = new Map<string, number>();
  for (const { ruleId, status } of facts.findings) {
    if (status !== 'dismissed') found.set(ruleId, (found.get(ruleId) ?? 0) + 1);
  }
  return [...new Set([...found.keys(), ...facts.notChecked])].map((ruleId) => {
    const findings = found.get(ruleId) ?? 0;
    const flagged = Math.min(1, findings);
    return { key: { ...placeOf(facts, organisationId), rule_id: ruleId }, counts: { flagged, findings, not_checked: 1 - flagged } };
  });
}

const rulesOfAgents = (facts: InteractionFacts, organisationId: string): TallyRow<typeof AGENT_RULE_DAY>[] =>
  facts.agentRefs.flatMap((agentRef) => agentRuleCounts(facts, agentRef).map(([ruleId, counts]) => ({ key: { ...placeOf(facts, organisationId), agent_ref: agentRef, rule_id: ruleId }, counts })));

function rulesShared(facts: InteractionFacts, organisationId: string): TallyRow<typeof SHARED_RULE>[] {
  if (facts.agentRefs.length < 2) return [];
  const byRule = new Map<string, [agentRef: string, counts: AgentRuleCounts][]>();
  for (const agentRef of facts.agentRefs) {
    for (const [ruleId, counts] of agentRuleCounts(facts, agentRef)) byRule.set(ruleId, [...(byRule.get(ruleId) ?? []), [agentRef, counts]]);
  }
  return [...byRule].flatMap(([ruleId, agents]) =>
    agents.length < 2 ? [] : agents.map(([agentRef, counts]) => ({ key: { ...placeOf(facts, organisationId), agent_ref: agentRef, interaction_id: facts.interactionId, rule_id: ruleId }, counts })),
  );
}

const placeOf = (facts: InteractionFacts, organisationId: string) => ({ organisation_id: organisationId, day: facts.day, channel: facts.channel, rulebook_hash: facts.rulebook.hash });
