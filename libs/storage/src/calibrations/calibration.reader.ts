import { type BlindFinding, type Calibration, calibrationAgreement, type CalibrationFrame, type CalibrationItem, type CalibrationReviewer, type FindingView, type GivenJudgement, type JudgedOnce, type Remark, REVIEWERS, type ReviewerName } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { refsOfPerson } from '../directory/resolve.js';
import { FindingReader } from '../read/finding.reader.js';
import { isUuid } from '../read/cursor.js';
import { type ItemRow, type JudgementRow, judgementOf, ownItem, resolutionOf } from './calibration.row.js';

interface CalibrationRow {
  readonly calibration_id: string;
  readonly name: string;
  readonly frame: CalibrationFrame;
  readonly seed: string;
  readonly due_on: string | null;
  readonly drawn_by: string;
  readonly drawn_at: Date;
  readonly closed_at: Date | null;
  readonly reviewers: readonly CalibrationReviewer[];
  readonly findings: number;
}

/** Calibrations, how far they are and, once closed, how far reviewers agree. */
@Injectable()
export class CalibrationReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly findings: FindingReader,
  ) {}

  /** Open accounts that review, by name. */
  async listReviewers(organisationId: string): Promise<ReviewerName[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<{ id: string; name: string; teams: string[] | null }>(
      'SELECT account_id::text AS id, name, teams FROM account WHERE organisation_id = $1 AND disabled_at IS NULL AND roles && $2::text[] ORDER BY name, account_id',
      [organisationId, REVIEWERS],
    );
    return rows.map(({ teams, ...who }) => ({ ...who, teams: teams ?? 'all' }));
  }

  /** The latest first, at most 100, without agreement. @param teams only those drawn from these teams alone */
  listCalibrations(organisationId: string, teams: 'all' | readonly string[]): Promise<Calibration[]> {
    return this.read(organisationId, null, teams);
  }

  /** Null when there is no such calibration, or it is drawn from other teams too. */
  async readCalibration(organisationId: string, calibrationId: string, teams: 'all' | readonly string[]): Promise<Calibration | null> {
    const [found] = isUuid(calibrationId) ? await this.read(organisationId, calibrationId, teams) : [];
    if (found === undefined || found.state === 'open') return found ?? null;
    const sql = sqlOn(this.dataSource, organisationId);
    const key = [organisationId, calibrationId];
    const drawn = await sql<{ findingId: string; ruleId: string }>(`SELECT finding_id AS "findingId", rule_id AS "ruleId" FROM calibration_item WHERE organisation_id = $1 AND calibration_id = $2`, key);
    const judged = await sql<JudgedOnce>(
      `SELECT j.finding_id AS "findingId", i.rule_id AS "ruleId", j.verdict, j.reason FROM calibration_judgement AS j
       JOIN calibration_item AS i ON i.organisation_id = j.organisation_id AND i.calibration_id = j.calibration_id AND i.finding_id = j.finding_id
       WHERE j.organisation_id = $1 AND j.calibration_id = $2`,
      key,
    );
    return { ...found, agreement: calibrationAgreement(drawn, judged) };
  }

  /**
   * In their order, as one reviewer may see them: while it is open, only that reviewer's own judgements, and nothing that is about the reviewer.
   * @param findingId that item alone; null: all
   */
  async listItems(organisationId: string, calibrationId: string, reviewer: string, open: boolean, findingId: string | null = null): Promise<CalibrationItem[]> {
    const sql = sqlOn(this.dataSource, organisationId);
    const key = [organisationId, calibrationId, findingId];
    const asked = '($3::uuid IS NULL OR finding_id = $3::uuid)';
    const items = await sql<ItemRow>(
      `SELECT position, finding_id, rule_id, verdict, reason, note, resolved_by, resolved_at FROM calibration_item
       WHERE organisation_id = $1 AND calibration_id = $2 AND ${asked} AND ($4::text IS NULL OR NOT ${ownItem('calibration_item.finding_id', '$4')}) ORDER BY position`,
      [...key, open ? reviewer : null],
    );
    const judged = await sql<JudgementRow>(
      `SELECT finding_id, reviewer, verdict, reason, note FROM calibration_judgement
       WHERE organisation_id = $1 AND calibration_id = $2 AND ${asked} AND ($4::text IS NULL OR reviewer = $4::text) ORDER BY finding_id, reviewer`,
      [...key, open ? reviewer : null],
    );
    const remarks = await sql<{ finding_id: string; by: string; at: Date; text: string }>(
      `SELECT finding_id, said_by AS by, said_at AS at, remark AS text FROM calibration_remark
       WHERE organisation_id = $1 AND calibration_id = $2 AND ${asked} ORDER BY said_at, remark_id`,
      key,
    );
    const words = new Map((await this.findings.findingsById(organisationId, items.map(({ finding_id }) => finding_id))).map((one) => [one.id, blind(one)]));
    return items.map((row): CalibrationItem => {
      const own = judged.filter(({ finding_id }) => finding_id === row.finding_id);
      const mine = own.find((one) => one.reviewer === reviewer);
      return {
        position: row.position,
        findingId: row.finding_id,
        ruleId: row.rule_id,
        finding: words.get(row.finding_id) ?? null,
        mine: mine === undefined ? null : judgementOf(mine),
        judgements: open ? null : own.map((one): GivenJudgement => ({ by: one.reviewer, ...judgementOf(one) })),
        remarks: remarks.filter(({ finding_id }) => finding_id === row.finding_id).map(({ by, at, text }): Remark => ({ by, at: at.toISOString(), text })),
        resolution: resolutionOf(row),
      };
    });
  }

  private async read(organisationId: string, calibrationId: string | null, teams: 'all' | readonly string[]): Promise<Calibration[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<CalibrationRow>(
      `SELECT c.calibration_id, c.name, c.frame, c.seed, c.due_on::text AS due_on, c.drawn_by, c.drawn_at, c.closed_at,
         (SELECT count(*)::int FROM calibration_item AS i WHERE i.organisation_id = $1 AND i.calibration_id = c.calibration_id) AS findings,
         (SELECT jsonb_agg(jsonb_build_object('id', r.reviewer, 'name', a.name, 'judged',
            (SELECT count(*) FROM calibration_judgement AS j WHERE j.organisation_id = $1 AND j.calibration_id = c.calibration_id AND j.reviewer = r.reviewer),
            'toJudge', (SELECT count(*) FROM calibration_item AS i WHERE i.organisation_id = $1 AND i.calibration_id = c.calibration_id)
              - CASE WHEN a.agent_ref IS NULL THEN 0 ELSE (SELECT count(*) FROM calibration_item AS i JOIN finding AS f ON f.organisation_id = $1 AND f.finding_id = i.finding_id
                WHERE i.organisation_id = $1 AND i.calibration_id = c.calibration_id AND f.agent_ref IN (${refsOfPerson('agent', '$1', 'a.agent_ref')})) END) ORDER BY r.reviewer)
          FROM calibration_reviewer AS r LEFT JOIN account AS a ON a.organisation_id = $1 AND a.account_id::text = r.reviewer
          WHERE r.organisation_id = $1 AND r.calibration_id = c.calibration_id) AS reviewers
       FROM calibration AS c
       WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.calibration_id = $2::uuid)
         AND ($3::text[] IS NULL OR jsonb_array_length(c.frame->'teams') > 0 AND c.frame->'teams' <@ to_jsonb($3::text[]))
       ORDER BY c.drawn_at DESC, c.calibration_id LIMIT 100`,
      [organisationId, calibrationId, teams === 'all' ? null : teams],
    );
    return rows.map((row) => ({
      id: row.calibration_id,
      name: row.name,
      frame: row.frame,
      seed: row.seed,
      dueOn: row.due_on,
      drawnBy: row.drawn_by,
      drawnAt: row.drawn_at.toISOString(),
      state: row.closed_at === null ? 'open' : 'closed',
      closedAt: row.closed_at?.toISOString() ?? null,
      findings: row.findings,
      reviewers: row.reviewers,
      agreement: null,
    }));
  }
}

/** What would tell what others made of it, or whose words these are, is left out. */
function blind({ status: _status, review: _review, byHand: _byHand, comment: _comment, dispute: _dispute, agent: _agent, team: _team, against: _against, names: _names, ...words }: FindingView): BlindFinding {
  return words;
}
