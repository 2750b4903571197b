import type { FindingFact, InteractionFacts } from '#domain';

/** What one interaction adds to the counters of one of its agents, under the ref that it names. */
export function agentCounts(facts: InteractionFacts, agentRef: string) {
  const own = facts.findings.filter((finding) => finding.agentRef === agentRef);
  // A disputed one counts for nobody until it is resolved, whatever the organisation counts.
  const detected = count(own.filter(({ status }) => status !== 'dismissed' && status !== 'disputed'));
  const confirmed = count(own.filter(({ status }) => status === 'confirmed'));
  return {
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
  };
}

function count(findings: readonly FindingFact[]): { violations: number; merits: number } {
  const violations = findings.filter(({ polarity }) => polarity === 'violation').length;
  return { violations, merits: findings.length - violations };
}
