import type { RuleObservation } from '#domain';
import type { Sql } from '../database/sql.js';
import type { PreparedItem } from '../write/prepare.js';

const LOCK = (organisationId: string): string => `diapason observation ${organisationId}`;

/** Whoever writes findings holds this; whoever puts a rule under observation waits for them, and they for him. */
export const shareObservation = (sql: Sql, organisationIds: readonly string[]): Promise<unknown> =>
  sql('SELECT pg_advisory_xact_lock_shared(hashtextextended(name, 0)) FROM unnest($1::text[]) AS n (name) ORDER BY name', [organisationIds.map(LOCK)]);

export const lockObservation = (sql: Sql, organisationId: string): Promise<unknown> => sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK(organisationId)]);

/** Rules under observation, as `organisation/rule`. */
export async function observedRules(sql: Sql, organisationIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }>(`SELECT organisation_id || '/' || rule_id AS key FROM rule_observation WHERE organisation_id = ANY($1::text[]) AND observed`, [organisationIds]);
  return new Set(rows.map(({ key }) => key));
}

/** The item with the findings of observed rules marked. */
export function withObserved(item: PreparedItem, observed: ReadonlySet<string>): PreparedItem {
  const { organisationId } = item.source;
  if (!item.facts.findings.some(({ ruleId }) => observed.has(`${organisationId}/${ruleId}`))) return item;
  const findings = item.facts.findings.map((fact) => (observed.has(`${organisationId}/${fact.ruleId}`) ? { ...fact, observed: true as const } : fact));
  return { ...item, facts: { ...item.facts, findings } };
}

/** Marks findings of observed rules that were written without asking. */
export async function markObserved(sql: Sql, findings: readonly { readonly organisation_id: unknown; readonly finding_id: unknown }[]): Promise<void> {
  if (findings.length === 0) return;
  await sql(
    `UPDATE finding AS f SET observed = true FROM unnest($1::text[], $2::uuid[]) AS k (organisation_id, finding_id)
     JOIN rule_observation AS o ON o.organisation_id = k.organisation_id AND o.observed
     WHERE f.organisation_id = k.organisation_id AND f.finding_id = k.finding_id AND f.rule_id = o.rule_id AND NOT f.observed`,
    [findings.map((row) => row.organisation_id), findings.map((row) => row.finding_id)],
  );
}

interface ObservationRow extends Omit<RuleObservation, 'ruleId' | 'since'> {
  readonly rule_id: string;
  readonly since: Date;
}

/** Rules under observation now, and why. */
export async function readObservations(sql: Sql, organisationId: string): Promise<ReadonlyMap<string, RuleObservation>> {
  const rows = await sql<ObservationRow>('SELECT rule_id, since, confirmed, judged, low, threshold FROM rule_observation WHERE organisation_id = $1 AND observed', [organisationId]);
  return new Map(rows.map(({ rule_id, since, ...why }) => [rule_id, { ruleId: rule_id, since: since.toISOString(), ...why }]));
}
