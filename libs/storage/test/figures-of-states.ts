import type { Channel, FigureBasis, FindingStatus, Polarity } from '#domain';
import type { TestStorage } from './storage-fixture.js';

/** An interaction as it is kept, with the agents who spoke and the findings that count for anybody. */
export interface KeptInteraction {
  readonly id: string;
  readonly channel: Channel;
  readonly day: string;
  readonly agents: readonly string[];
  readonly unchecked: readonly string[];
  readonly findings: readonly { readonly rule: string; readonly polarity: Polarity; readonly status: FindingStatus; readonly agent: string | null }[];
}

/** Everything of an organisation in which an agent spoke, from the write side alone. */
export const readKept = (storage: TestStorage, organisationId: string): Promise<KeptInteraction[]> =>
  storage.owner.query(
    `SELECT i.interaction_id AS id, i.channel, i.day::text AS day, ARRAY(SELECT jsonb_array_elements(i.not_checked)->>'ruleId') AS unchecked,
       ARRAY(SELECT a.agent_ref FROM interaction_agent AS a WHERE a.organisation_id = $1 AND a.interaction_id = i.interaction_id) AS agents,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('rule', rule_id, 'polarity', polarity, 'status', status, 'agent', agent_ref)), '[]') FROM finding AS f
          WHERE f.organisation_id = $1 AND f.interaction_id = i.interaction_id AND NOT f.observed AND f.status <> 'dismissed') AS findings
     FROM interaction AS i WHERE i.organisation_id = $1 AND i.agent_spoke`,
    [organisationId],
  );

/** Which of the findings in an interaction count: `found` for a group, the others for a person. */
export type Counted = 'found' | FigureBasis;

const counts = (status: FindingStatus, counted: Counted): boolean => (counted === 'confirmed' ? status === 'confirmed' : counted === 'found' || status !== 'disputed');

/** Figures of the interactions in which one of `refs` spoke (null: everybody), by the findings in their words: interactions, with a violation, with a merit, violations, merits. */
export function figuresOf(kept: readonly KeptInteraction[], refs: ReadonlySet<string> | null, counted: Counted): number[] {
  const sums = [0, 0, 0, 0, 0];
  for (const { agents, findings } of kept) {
    if (refs !== null && !agents.some((agent) => refs.has(agent))) continue;
    const own = findings.filter(({ status, agent }) => counts(status, counted) && (refs === null || (agent !== null && refs.has(agent) && agents.includes(agent))));
    const violations = own.filter(({ polarity }) => polarity === 'violation').length;
    const merits = own.length - violations;
    [1, Math.min(1, violations), Math.min(1, merits), violations, merits].forEach((count, i) => (sums[i]! += count));
  }
  return sums;
}

/** Of one rule in the same interactions: those that it flagged, those that it could run on, findings, those that it could not run on. */
export function ruleFiguresOf(kept: readonly KeptInteraction[], refs: ReadonlySet<string> | null, rule: string, counted: Counted): number[] {
  let [flagged, all, found, unchecked] = [0, 0, 0, 0];
  for (const { agents, findings, unchecked: rules } of kept) {
    if (refs !== null && !agents.some((agent) => refs.has(agent))) continue;
    const own = findings.filter((finding) => finding.rule === rule && (refs === null || (finding.agent !== null && refs.has(finding.agent) && agents.includes(finding.agent))));
    const counting = own.filter(({ status }) => counts(status, counted)).length;
    // What says that it ran: every finding that a group counts, disputed ones not for a person.
    const ran = own.some(({ status }) => counts(status, counted === 'found' ? 'found' : 'detected'));
    all += 1;
    found += counting;
    flagged += Math.min(1, counting);
    if (rules.includes(rule) && !ran) unchecked += 1;
  }
  return [flagged, all - unchecked, found, unchecked];
}
