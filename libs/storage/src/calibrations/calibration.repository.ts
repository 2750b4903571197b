import { randomUUID } from 'node:crypto';
import { type Judgement, stableId } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { appendToJournal } from '../write/journal.js';
import { ownItem } from './calibration.row.js';
import { type CalibrationRequest, drawCalibration, type DrawnCalibration } from './draw-calibration.js';

/** One finding of a calibration, and who does something with it. */
export interface ItemAction {
  readonly organisationId: string;
  readonly calibrationId: string;
  readonly findingId: string;
  readonly by: string;
}

/** `stranger`: not one of its reviewers · `closed` / `open`: too late / too early · `changed`: somebody else resolved it meanwhile
 * · `own`: it is about whoever decides · `wordless`: its words are gone · `other`: the key of the request was used for other words. */
export type CalibrationAct = 'done' | 'missing' | 'stranger' | 'own' | 'wordless' | 'closed' | 'open' | 'changed' | 'other';

/** Every change of a calibration; each is one transaction and one entry of the journal. */
@Injectable()
export class CalibrationRepository {
  constructor(private readonly dataSource: DataSource) {}

  draw(request: CalibrationRequest): Promise<DrawnCalibration> {
    return inTransaction(this.dataSource, request.organisationId, (sql) => drawCalibration(sql, request));
  }

  /** Gives or changes one's own judgement. The last one that was waited for closes the calibration. */
  judge(action: ItemAction, { verdict, reason, note }: Judgement): Promise<CalibrationAct> {
    return this.onItem(action, 'open', async (sql, { organisationId, calibrationId, findingId, by }) => {
      if (await isOwnItem(sql, action)) return 'own';
      if (await isWordless(sql, action)) return 'wordless';
      const key = [organisationId, calibrationId, findingId, by];
      const changed = await sql(
        `INSERT INTO calibration_judgement AS j (organisation_id, calibration_id, finding_id, reviewer, verdict, reason, note, judged_at) VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
         ON CONFLICT ON CONSTRAINT calibration_judgement_pk DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, note = excluded.note, judged_at = excluded.judged_at
         WHERE (j.verdict, j.reason, j.note) IS DISTINCT FROM (excluded.verdict, excluded.reason, excluded.note) RETURNING 1`,
        [...key, verdict, reason, note],
      );
      if (changed.length === 0) return 'done';
      await appendToJournal(sql, [{ organisationId, type: 'calibration.judged', payload: { calibrationId, findingId, verdict, by } }]);
      const waiting = await sql(
        `SELECT FROM calibration_item AS i CROSS JOIN calibration_reviewer AS r
         WHERE i.organisation_id = $1 AND i.calibration_id = $2 AND r.organisation_id = $1 AND r.calibration_id = $2
           AND NOT EXISTS (SELECT FROM calibration_judgement AS j WHERE j.organisation_id = $1 AND j.calibration_id = $2 AND j.finding_id = i.finding_id AND j.reviewer = r.reviewer)
           AND NOT EXISTS (SELECT FROM finding AS f WHERE f.organisation_id = $1 AND f.finding_id = i.finding_id AND f.wordless)
           AND NOT ${ownItem('i.finding_id', 'r.reviewer')} LIMIT 1`,
        [organisationId, calibrationId],
      );
      if (waiting.length === 0) await closeNow(sql, organisationId, calibrationId, by);
      return 'done';
    });
  }

  /** From here on everybody's judgements are seen; closing again changes nothing. */
  async close(organisationId: string, calibrationId: string, by: string): Promise<CalibrationAct> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const kept = await locked(sql, organisationId, calibrationId);
      if (kept === null) return 'missing';
      if (!kept.closed) await closeNow(sql, organisationId, calibrationId, by);
      return 'done';
    });
  }

  /** Says something about a finding where reviewers differ. @param requestKey the same one by the same person again says nothing twice */
  remark(action: ItemAction, text: string, requestKey: string | undefined): Promise<CalibrationAct> {
    return this.onItem(action, 'closed', async (sql, { organisationId, calibrationId, findingId, by }) => {
      const id = stableId('calibration-remark', organisationId, calibrationId, findingId, by, requestKey ?? randomUUID());
      // Before, not by a conflict of keys: the words of the first are compared.
      const [kept] = await sql<{ remark: string }>('SELECT remark FROM calibration_remark WHERE organisation_id = $1 AND remark_id = $2', [organisationId, id]);
      if (kept !== undefined) return kept.remark === text ? 'done' : 'other';
      await sql(
        `INSERT INTO calibration_remark (organisation_id, calibration_id, finding_id, remark_id, said_by, said_at, remark) VALUES ($1, $2, $3, $4, $5, clock_timestamp(), $6)`,
        [organisationId, calibrationId, findingId, id, by, text],
      );
      return 'done';
    });
  }

  /** What they came to agree on. @param seenAt when what was read had been resolved, null if it was not; undefined: whatever stands */
  resolve(action: ItemAction, { verdict, reason, note }: Judgement, seenAt: string | null | undefined): Promise<CalibrationAct> {
    return this.onItem(action, 'closed', async (sql, { organisationId, calibrationId, findingId, by }) => {
      if (await isOwnItem(sql, action)) return 'own';
      if (await isWordless(sql, action)) return 'wordless';
      const key = [organisationId, calibrationId, findingId];
      const [kept] = await sql<{ at: Date | null }>(`SELECT resolved_at AS at FROM calibration_item WHERE organisation_id = $1 AND calibration_id = $2 AND finding_id = $3`, key);
      if (seenAt !== undefined && (kept?.at?.toISOString() ?? null) !== seenAt) return 'changed';
      const changed = await sql(
        `UPDATE calibration_item SET verdict = $4, reason = $5, note = $6, resolved_by = $7, resolved_at = date_trunc('milliseconds', clock_timestamp())
         WHERE organisation_id = $1 AND calibration_id = $2 AND finding_id = $3 AND (resolved_at IS NULL OR (verdict, reason, note) IS DISTINCT FROM ($4, $5, $6)) RETURNING 1`,
        [...key, verdict, reason, note, by],
      );
      // The same decision once more is none.
      if (changed.length === 0) return 'done';
      await appendToJournal(sql, [{ organisationId, type: 'calibration.resolved', payload: { calibrationId, findingId, verdict, by } }]);
      return 'done';
    });
  }

  /** With the calibration locked: nothing is judged while it is being closed. */
  private async onItem(action: ItemAction, state: 'open' | 'closed', work: (sql: Sql, action: ItemAction) => Promise<CalibrationAct>): Promise<CalibrationAct> {
    const { organisationId, calibrationId, findingId, by } = action;
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const kept = await locked(sql, organisationId, calibrationId);
      const item = isUuid(findingId) ? await sql('SELECT FROM calibration_item WHERE organisation_id = $1 AND calibration_id = $2 AND finding_id = $3', [organisationId, calibrationId, findingId]) : [];
      if (kept === null || item.length === 0) return 'missing';
      const reviewer = await sql('SELECT FROM calibration_reviewer WHERE organisation_id = $1 AND calibration_id = $2 AND reviewer = $3', [organisationId, calibrationId, by]);
      if (reviewer.length === 0) return 'stranger';
      if (kept.closed !== (state === 'closed')) return kept.closed ? 'closed' : 'open';
      return work(sql, action);
    });
  }
}

const isOwnItem = async (sql: Sql, { organisationId, findingId, by }: ItemAction): Promise<boolean> =>
  (await sql<{ own: boolean }>(`SELECT ${ownItem('$2::uuid', '$3::text')} AS own`, [organisationId, findingId, by]))[0]!.own;

const isWordless = async (sql: Sql, { organisationId, findingId }: ItemAction): Promise<boolean> =>
  (await sql('SELECT FROM finding WHERE organisation_id = $1 AND finding_id = $2 AND wordless', [organisationId, findingId])).length > 0;

async function locked(sql: Sql, organisationId: string, calibrationId: string): Promise<{ readonly closed: boolean } | null> {
  if (!isUuid(calibrationId)) return null;
  const [row] = await sql<{ closed: boolean }>('SELECT closed_at IS NOT NULL AS closed FROM calibration WHERE organisation_id = $1 AND calibration_id = $2 FOR UPDATE', [organisationId, calibrationId]);
  return row ?? null;
}

async function closeNow(sql: Sql, organisationId: string, calibrationId: string, by: string): Promise<void> {
  await sql('UPDATE calibration SET closed_by = $3, closed_at = clock_timestamp() WHERE organisation_id = $1 AND calibration_id = $2', [organisationId, calibrationId, by]);
  await appendToJournal(sql, [{ organisationId, type: 'calibration.closed', payload: { calibrationId, by } }]);
}
