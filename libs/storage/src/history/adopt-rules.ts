import type { AdoptedRules, HistoryJudge } from '#domain';
import type { Sql } from '../database/sql.js';
import { askAllAgain } from './ask-again.js';

/**
 * Within a transaction: notes which rules over time a rulebook version has, and asks for every history to be judged again when they are not
 * those by which the histories were judged. To have none is to have others (hash ''): what the last ones found has to go.
 */
export async function adoptRulesIn(sql: Sql, organisationId: string, rulebookHash: string, judge: HistoryJudge | null): Promise<AdoptedRules> {
  const hash = judge?.hash ?? '';
  const [before] = await sql<{ judge_hash: string }>('SELECT judge_hash FROM history_judge WHERE organisation_id = $1 FOR UPDATE', [organisationId]);
  const rules = [...(judge?.rules ?? [])];
  await sql(
    `INSERT INTO history_rule (organisation_id, rulebook_hash, rule_id, rule_hash) SELECT $1, $2, * FROM unnest($3::text[], $4::text[])
     ON CONFLICT ON CONSTRAINT history_rule_pk DO UPDATE SET rule_hash = excluded.rule_hash`,
    [organisationId, rulebookHash, ['', ...rules.map(([id]) => id)], ['', ...rules.map(([, one]) => one)]],
  );
  let asked = 0;
  if (before?.judge_hash !== hash) {
    asked = await askAllAgain(sql, organisationId);
    await sql(
      `INSERT INTO history_judge (organisation_id, judge_hash) VALUES ($1, $2)
       ON CONFLICT ON CONSTRAINT history_judge_pk DO UPDATE SET judge_hash = excluded.judge_hash`,
      [organisationId, hash],
    );
  }
  const young = await sql<{ rule_id: string }>(
    `SELECT DISTINCT r.rule_id FROM unnest($2::text[], $3::text[]) AS r (rule_id, rule_hash)
     JOIN history_rule AS version ON version.organisation_id = $1 AND version.rule_id = ''
     WHERE NOT EXISTS (SELECT 1 FROM history_rule AS h WHERE h.organisation_id = $1 AND h.rulebook_hash = version.rulebook_hash AND h.rule_id = r.rule_id AND h.rule_hash = r.rule_hash)`,
    [organisationId, rules.map(([id]) => id), rules.map(([, one]) => one)],
  );
  return { asked, young: new Set(young.map(({ rule_id }) => rule_id)) };
}

/**
 * A rule that was not yet in the rulebook, or not like this, when an interaction was judged makes no violation in it: nobody is measured by
 * what could not be known. Of the ids given, those of such findings.
 */
export async function tooYoung(
  sql: Sql,
  found: readonly { readonly organisation_id: unknown; readonly interaction_id: unknown; readonly finding_id: unknown; readonly rule_id: unknown }[],
  rules: HistoryJudge['rules'],
): Promise<Set<string>> {
  if (found.length === 0) return new Set();
  const rows = await sql<{ finding_id: string }>(
    `SELECT r.finding_id FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS r (organisation_id, interaction_id, finding_id, rule_id, rule_hash)
     JOIN interaction AS i ON i.organisation_id = r.organisation_id AND i.interaction_id = r.interaction_id
     JOIN history_rule AS version ON version.organisation_id = r.organisation_id AND version.rulebook_hash = i.rulebook_hash AND version.rule_id = ''
     WHERE NOT EXISTS (SELECT 1 FROM history_rule AS h WHERE h.organisation_id = r.organisation_id AND h.rulebook_hash = i.rulebook_hash
       AND h.rule_id = r.rule_id AND h.rule_hash = r.rule_hash)`,
    [
      found.map((one) => one.organisation_id),
      found.map((one) => one.interaction_id),
      found.map((one) => one.finding_id),
      found.map((one) => one.rule_id),
      found.map((one) => rules.get(String(one.rule_id)) ?? ''),
    ],
  );
  return new Set(rows.map(({ finding_id }) => finding_id));
}
