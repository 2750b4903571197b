import { setTimeout as sleep } from 'node:timers/promises';
import { automaticScore, type Channel, type ContactReason, type FigureBasis, type FindingFact, type NotChecked, type ScoreResult, STRICT_SETTINGS } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql, sqlOn } from '../database/sql.js';
import { behind } from '../directory/resolve.js';
import { observedRules } from '../observation/observed-rules.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { publishedVersions, versionOn, type VersionRow } from '../scorecards/scorecard.row.js';
import { noteChanges } from './note-changes.js';

/** Interactions that one transaction evaluates. */
const AT_ONCE = 200;

/**
 * Evaluates interactions by their findings, beside the analysis: what the journal says has changed is noted, and evaluated again from what stands then. What it
 * was before is kept. Any number of processes share the work; killed, it goes on where it was.
 */
@Injectable()
export class AutomaticEvaluations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /** Evaluates all that has changed by now; returns of how many interactions. @param stopped asked between the steps */
  async catchUp(organisationId: string, stopped: () => boolean = () => false): Promise<number> {
    let done = 0;
    while (!stopped() && (await inTransaction(this.dataSource, organisationId, (sql) => noteChanges(sql, organisationId))));
    for (let count = AT_ONCE; count > 0 && !stopped(); done += count) count = await this.evaluateDue(organisationId);
    return done;
  }

  /**
   * Waits until everything that is journalled is evaluated, also when another process does the work.
   * @throws when that takes longer than `timeoutMs`, e.g. because a transaction stays open
   */
  async settle(organisationId: string, timeoutMs = 30_000): Promise<void> {
    const sql = sqlOn(this.dataSource, organisationId);
    for (const deadline = Date.now() + timeoutMs; ; await sleep(20)) {
      await this.catchUp(organisationId);
      const waiting = await sql(
        `SELECT FROM journal AS j WHERE j.organisation_id = $1 AND NOT EXISTS (SELECT FROM evaluation_place AS p WHERE p.organisation_id = $1 AND (j.xid, j.position) <= (p.xid, p.position))
         UNION ALL SELECT FROM evaluation_due WHERE organisation_id = $1 LIMIT 1`,
        [organisationId],
      );
      if (waiting.length === 0) return;
      if (Date.now() > deadline) throw new Error(`evaluations are still behind the journal after ${timeoutMs} ms`);
    }
  }

  private evaluateDue(organisationId: string): Promise<number> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const due = await sql<{ id: string }>(
        `DELETE FROM evaluation_due WHERE organisation_id = $1 AND interaction_id IN
           (SELECT interaction_id FROM evaluation_due WHERE organisation_id = $1 ORDER BY interaction_id LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING interaction_id AS id`,
        [organisationId, AT_ONCE],
      );
      const versions = due.length === 0 ? [] : await publishedVersions(sql, organisationId);
      if (versions.length > 0) await this.evaluate(sql, organisationId, due.map(({ id }) => id).sort(), versions);
      return due.length;
    });
  }

  private async evaluate(sql: Sql, organisationId: string, ids: readonly string[], versions: readonly VersionRow[]): Promise<void> {
    const told = await readTold(sql, organisationId, ids);
    const observed = new Set([...(await observedRules(sql, [organisationId]))].map((key) => key.slice(organisationId.length + 1)));
    const basis = await basisOf(sql, organisationId);
    const scorecards = [...new Set(versions.map(({ scorecard_id }) => scorecard_id))];
    const wanted: WantedState[] = [];
    for (const one of told) {
      const rulebook = (await this.rulebooks.readVersion(organisationId, one.rulebook_hash, sql)) ?? { rules: [] };
      for (const scorecardId of scorecards) {
        const version = versionOn(versions.filter(({ scorecard_id }) => scorecard_id === scorecardId), one.day);
        if (version === null) continue;
        for (const person of new Set(one.agents.map(({ person_ref }) => person_ref))) {
          const refs = one.agents.filter(({ person_ref }) => person_ref === person).map(({ agent_ref }) => agent_ref);
          const result = automaticScore(version.definition, {
            channel: one.channel,
            contactReason: one.contact_reason,
            rulebook,
            notChecked: new Set(one.not_checked.map(({ ruleId }) => ruleId)),
            observed,
            findings: one.findings.filter(({ agentRef }) => agentRef !== null && refs.includes(agentRef)),
            basis,
          });
          if (result.criteria.length > 0) wanted.push({ scorecardId, interactionId: one.interaction_id, agentRef: refs[0]!, version: version.version, channel: one.channel, day: one.day, basis, result });
        }
      }
    }
    await keepStates(sql, organisationId, ids, wanted);
  }
}

interface WantedState {
  readonly scorecardId: string;
  readonly interactionId: string;
  readonly agentRef: string;
  readonly version: number;
  readonly channel: Channel;
  readonly day: string;
  readonly basis: FigureBasis;
  readonly result: ScoreResult;
}

interface Told {
  readonly interaction_id: string;
  readonly channel: Channel;
  readonly day: string;
  readonly contact_reason: ContactReason | null;
  readonly rulebook_hash: string;
  readonly not_checked: readonly NotChecked[];
  readonly agents: readonly { readonly agent_ref: string; readonly person_ref: string }[];
  readonly findings: readonly Pick<FindingFact, 'ruleId' | 'polarity' | 'status' | 'agentRef'>[];
}

function readTold(sql: Sql, organisationId: string, ids: readonly string[]): Promise<Told[]> {
  const who = behind('who', 'agent', 'x.organisation_id', 'x.agent_ref');
  return sql<Told>(
    `SELECT i.interaction_id, i.channel, i.day::text, i.contact_reason, i.rulebook_hash, i.not_checked,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('agent_ref', x.agent_ref, 'person_ref', ${who.person}) ORDER BY x.agent_ref), '[]')
        FROM interaction_agent AS x ${who.join} WHERE x.organisation_id = i.organisation_id AND x.interaction_id = i.interaction_id) AS agents,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('ruleId', f.rule_id, 'polarity', f.polarity, 'status', f.status, 'agentRef', f.agent_ref)), '[]')
        FROM finding AS f WHERE f.organisation_id = i.organisation_id AND f.interaction_id = i.interaction_id AND f.status <> 'dismissed' AND NOT f.observed) AS findings
     FROM interaction AS i WHERE i.organisation_id = $1 AND i.interaction_id = ANY ($2::uuid[]) ORDER BY i.interaction_id`,
    [organisationId, ids],
  );
}

async function basisOf(sql: Sql, organisationId: string): Promise<FigureBasis> {
  const [row] = await sql<{ basis: FigureBasis | null }>(`SELECT settings->>'personFigures' AS basis FROM organisation WHERE organisation_id = $1`, [organisationId]);
  return row?.basis ?? STRICT_SETTINGS.personFigures;
}

/** Ends what is so no more and writes what is so now; a state that has not changed stays as it is, whenever it was computed. */
async function keepStates(sql: Sql, organisationId: string, ids: readonly string[], wanted: readonly WantedState[]): Promise<void> {
  const rows = JSON.stringify(wanted);
  const parts = `jsonb_to_recordset($3::jsonb) AS w ("scorecardId" uuid, "interactionId" uuid, "agentRef" text, version int, channel text, day date, basis text, result jsonb)`;
  const same = `w."scorecardId" = s.scorecard_id AND w."interactionId" = s.interaction_id AND w."agentRef" = s.agent_ref`;
  await sql(
    `UPDATE automatic_evaluation AS s SET superseded_at = clock_timestamp() WHERE s.organisation_id = $1 AND s.interaction_id = ANY ($2::uuid[]) AND s.superseded_at IS NULL
       AND NOT EXISTS (SELECT FROM ${parts} WHERE ${same} AND (w.version, w.channel, w.day, w.basis, w.result) = (s.version, s.channel, s.day, s.basis, s.result))`,
    [organisationId, ids, rows],
  );
  await sql(
    `INSERT INTO automatic_evaluation (organisation_id, scorecard_id, interaction_id, agent_ref, number, version, channel, day, basis, result, computed_at)
     SELECT $1, w."scorecardId", w."interactionId", w."agentRef", 1 + (SELECT coalesce(max(s.number), 0) FROM automatic_evaluation AS s WHERE s.organisation_id = $1 AND ${same}),
       w.version, w.channel, w.day, w.basis, w.result, clock_timestamp()
     FROM ${parts} WHERE w."interactionId" = ANY ($2::uuid[])
       AND NOT EXISTS (SELECT FROM automatic_evaluation AS s WHERE s.organisation_id = $1 AND ${same} AND s.superseded_at IS NULL)
     ORDER BY w."scorecardId", w."interactionId", w."agentRef"`,
    [organisationId, ids, rows],
  );
}
