import type { Channel, Evidence, FindingFact, NotChecked } from '#domain';
import { type Judged, placeOf } from './carried-verdicts.js';
import { keyOfCustomer } from '../history/customer-key.js';
import type { KeptState } from './decide.js';
import type { Sql } from '../database/sql.js';
import { HAND_STATUS } from '../hand-findings/hand-finding.rows.js';

export interface InteractionKey {
  readonly organisationId: string;
  readonly interactionId: string;
}

interface LockedRow {
  key: string;
  interaction_id: string;
  revision: string;
  content_hash: string;
  channel: Channel;
  day: string;
  rulebook_name: string;
  rulebook_version: string;
  rulebook_hash: string;
  agent_spoke: boolean;
  not_checked: NotChecked[];
  customer_ref: string | null;
  started_at: Date;
}

interface FindingRow {
  key: string;
  fact: FindingFact;
  /** Of a finding that was judged. */
  place: Evidence | null;
}

/**
 * Locks the interactions that exist, in key order, and reads what they contributed to the figures. The status of a
 * finding is the one it has now: taking an interaction back takes back what reviews made of it.
 */
export async function lockInteractions(sql: Sql, keys: readonly InteractionKey[]): Promise<Map<string, KeptState>> {
  const wanted = [keys.map((key) => key.organisationId), keys.map((key) => key.interactionId)];
  const rows = await sql<LockedRow>(
    `SELECT i.organisation_id || '/' || i.interaction_id AS key, i.interaction_id, revision, content_hash, channel,
       to_char(day, 'YYYY-MM-DD') AS day, rulebook_name, rulebook_version, rulebook_hash, agent_spoke, not_checked,
       customer_ref, started_at
     FROM interaction AS i
     WHERE (i.organisation_id, i.interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))
     ORDER BY i.organisation_id, i.interaction_id FOR UPDATE OF i`,
    wanted,
  );
  if (rows.length === 0) return new Map();

  // Separate statements: they see what the writer we may have waited for has committed.
  const findings = await sql<FindingRow>(
    `SELECT organisation_id || '/' || interaction_id AS key,
       jsonb_build_object('id', finding_id, 'ruleId', rule_id, 'polarity', polarity, 'severity', severity,
         'agentRef', agent_ref, 'status', status) || CASE WHEN observed THEN '{"observed": true}'::jsonb ELSE '{}'::jsonb END AS fact,
       CASE WHEN status <> 'detected' AND NOT by_hand THEN evidence->0 END AS place
     FROM finding WHERE (organisation_id, interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))
     ORDER BY finding_id`,
    wanted,
  );
  const agents = await sql<{ key: string; agent_ref: string }>(
    `SELECT organisation_id || '/' || interaction_id AS key, agent_ref
     FROM interaction_agent WHERE (organisation_id, interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))
     ORDER BY agent_ref`,
    wanted,
  );
  const byHand = await sql<{ key: string; fact: FindingFact; place: Evidence }>(
    `SELECT organisation_id || '/' || interaction_id AS key, evidence->0 AS place,
       jsonb_build_object('id', finding_id, 'ruleId', rule_id, 'polarity', polarity, 'severity', severity, 'agentRef', agent_ref, 'status', ${HAND_STATUS}) AS fact
     FROM hand_finding AS h WHERE (organisation_id, interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[])) ORDER BY finding_id`,
    wanted,
  );
  const factsByKey = groupByKey(findings);
  const handByKey = groupByKey(byHand);
  const agentsByKey = groupByKey(agents);

  return new Map(
    rows.map((row) => [
      row.key,
      {
        revision: Number(row.revision),
        contentHash: row.content_hash,
        customerKey: keyOfCustomer(row.customer_ref, row.interaction_id),
        startedAt: row.started_at,
        facts: {
          interactionId: row.interaction_id,
          revision: Number(row.revision),
          channel: row.channel,
          day: row.day,
          rulebook: { name: row.rulebook_name, version: row.rulebook_version, hash: row.rulebook_hash },
          agentSpoke: row.agent_spoke,
          agentRefs: (agentsByKey.get(row.key) ?? []).map(({ agent_ref }) => agent_ref),
          findings: (factsByKey.get(row.key) ?? []).map(({ fact }) => fact),
          notChecked: [...new Set(row.not_checked.map(({ ruleId }) => ruleId))].sort(),
        },
        byHand: (handByKey.get(row.key) ?? []).map(({ fact, place }) => ({ fact, place })),
        judged: judgedOf(factsByKey.get(row.key) ?? []),
      },
    ]),
  );
}

function groupByKey<Row extends { readonly key: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group === undefined) groups.set(row.key, [row]);
    else group.push(row);
  }
  return groups;
}

const judgedOf = (rows: readonly FindingRow[]): Map<string, Judged> =>
  new Map(rows.flatMap(({ fact, place }) => (place === null ? [] : [[placeOf(fact.ruleId, place), { reviewedAs: fact.id, status: fact.status }]])));
