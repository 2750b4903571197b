import type { Scorecard } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { todayIn } from '../organisations/today.js';
import { isUuid } from '../read/cursor.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { scorecardOf, type ScorecardRow, VERSION_COLUMNS, type VersionRow } from './scorecard.row.js';

/** Scorecards with their versions. */
@Injectable()
export class ScorecardReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /** In order of creation, the latest first. @param drafts whether drafts are shown, and scorecards of which nothing else is there */
  listScorecards(organisationId: string, drafts: boolean): Promise<Scorecard[]> {
    return this.read(organisationId, null, drafts);
  }

  /** Null when there is none, or none that is shown. */
  async readScorecard(organisationId: string, scorecardId: string, drafts: boolean): Promise<Scorecard | null> {
    return isUuid(scorecardId) ? ((await this.read(organisationId, scorecardId, drafts))[0] ?? null) : null;
  }

  private async read(organisationId: string, scorecardId: string | null, drafts: boolean): Promise<Scorecard[]> {
    const sql = sqlOn(this.dataSource, organisationId);
    const asked = [organisationId, scorecardId];
    const rows = await sql<ScorecardRow>('SELECT * FROM scorecard WHERE organisation_id = $1 AND ($2::uuid IS NULL OR scorecard_id = $2::uuid) ORDER BY created_at DESC, scorecard_id', asked);
    const versions = await sql<VersionRow>(
      `SELECT ${VERSION_COLUMNS} FROM scorecard_version AS v WHERE v.organisation_id = $1 AND ($2::uuid IS NULL OR v.scorecard_id = $2::uuid) AND ($3::boolean OR v.published_at IS NOT NULL)`,
      [...asked, drafts],
    );
    const rules = await this.rulebooks.currentRulebook(organisationId);
    const today = await todayIn(sql, organisationId);
    return rows.flatMap((row) => {
      const own = versions.filter(({ scorecard_id }) => scorecard_id === row.scorecard_id);
      return own.length === 0 ? [] : [scorecardOf(row, own, today, rules)];
    });
  }
}
