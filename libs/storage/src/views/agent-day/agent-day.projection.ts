import type { FindingFact } from '#domain';
import type { View } from '../../projector/view.js';
import { applyTally, createTally } from '../tally.js';
import { AGENT_DAY } from './agent-day.table.js';

/** What each agent did per day: an interaction counts for every agent who spoke in it, a finding for its agent. */
export const agentDay: View = {
  name: 'agent-day',
  version: 1,
  table: AGENT_DAY.table,
  create: [
    createTally(AGENT_DAY),
    'CREATE INDEX view_agent_day_by_day ON view_agent_day (organisation_id, day)',
  ],
  apply: (sql, entries) =>
    applyTally(sql, AGENT_DAY, entries, (facts, organisationId) =>
      facts.agentRefs.map((agentRef) => {
        const own = facts.findings.filter((finding) => finding.agentRef === agentRef);
        const detected = count(own.filter(({ status }) => status !== 'dismissed'));
        const confirmed = count(own.filter(({ status }) => status === 'confirmed'));
        return {
          key: {
            organisation_id: organisationId,
            agent_ref: agentRef,
            day: facts.day,
            channel: facts.channel,
            rulebook_hash: facts.rulebook.hash,
          },
          counts: {
            interactions: 1,
            detected_with_violation: Math.min(1, detected.violations),
            detected_with_merit: Math.min(1, detected.merits),
            detected_violations: detected.violations,
            detected_merits: detected.merits,
            confirmed_with_violation: Math.min(1, confirmed.violations),
            confirmed_with_merit: Math.min(1, confirmed.merits),
            confirmed_violations: confirmed.violations,
            confirmed_merits: confirmed.merits,
            awaiting: own.filter(({ status }) => status === 'detected').length,
          },
        };
      }),
    ),
};

function count(findings: readonly FindingFact[]): { violations: number; merits: number } {
  const violations = findings.filter(({ polarity }) => polarity === 'violation').length;
  return { violations, merits: findings.length - violations };
}
