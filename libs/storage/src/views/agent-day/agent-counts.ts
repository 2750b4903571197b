import type { FindingFact, InteractionFacts } from '#domain';

/** What one interaction adds to the counters of one of its agents, under the ref that it names. */
export function agentCounts(facts: InteractionFacts, agentRef: string) {
  const own = facts.findings.filter((finding) => finding.agentRef === agentRef);
  const found = own.filter(({ status }) => status !== 'dismissed');
  return {
    interactions: 1,
    ...counters('found', found),
    // A disputed one counts for nobody until it is resolved, whatever the organisation counts.
    ...counters('detected', found.filter(({ status }) => status !== 'disputed')),
    ...counters('confirmed', found.filter(({ status }) => status === 'confirmed')),
    awaiting: own.filter(({ status }) => status === 'detected').length,
  };
}

type Counters<Basis extends string> = Record<`${Basis}_${'with_violation' | 'with_merit' | 'violations' | 'merits'}`, number>;

function counters<Basis extends 'found' | 'detected' | 'confirmed'>(basis: Basis, findings: readonly FindingFact[]): Counters<Basis>;
function counters(basis: string, findings: readonly FindingFact[]): Record<string, number> {
  const violations = findings.filter(({ polarity }) => polarity === 'violation').length;
  const merits = findings.length - violations;
  return {
    [`${basis}_with_violation`]: Math.min(1, violations),
    [`${basis}_with_merit`]: Math.min(1, merits),
    [`${basis}_violations`]: violations,
    [`${basis}_merits`]: merits,
  };
}
