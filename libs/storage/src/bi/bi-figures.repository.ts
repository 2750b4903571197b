import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS } from '../database/scope.js';
import { inTransaction, insertRows, sqlOn, type Sql } from '../database/sql.js';
import type { Cursor } from '../projector/read-journal.js';
import { ReportReader } from '../read/report.reader.js';
import { agentDay } from '../views/agent-day/agent-day.projection.js';
import { channelDay } from '../views/channel-day/channel-day.projection.js';
import { dayLoad } from '../views/day-load/day-load.projection.js';
import { lastDay } from '../views/channel-day/trend-report.reader.js';
import { ruleDay } from '../views/rule-day/rule-day.projection.js';
import { sharedInteraction } from '../views/shared-interaction/shared-interaction.projection.js';
import { todayIn } from '../organisations/today.js';
import { BI_COLUMNS, type BiRow, biRows } from './bi-row.js';
import { changedMonths } from './changed-months.js';

const VIEWS_READ = [agentDay, channelDay, dayLoad, ruleDay, sharedInteraction].map(({ name }) => name);

/**
 * Figures as BI tools read them (docs/bi.md): the reports' own, month by month, with what is hidden in them. They are kept rather
 * than computed when asked, since whoever writes SQL could otherwise ask around what is hidden.
 */
@Injectable()
export class BiFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportReader,
  ) {}

  /**
   * Brings the months up to date about which the journal has told something since the last time, as far as the views have read it.
   * Several may do so at once: who comes second changes nothing.
   * @param stopped asked between two months; what was done by then is done again
   * @returns how many months were computed
   */
  async refresh(organisationId: string, stopped: () => boolean = () => false): Promise<number> {
    const to = await this.viewsHaveRead();
    const [kept] = await sqlOn(this.dataSource, organisationId)<Cursor & { readonly at: Date }>(`SELECT xid::text AS xid, position, refreshed_at AS at FROM bi_refresh WHERE organisation_id = $1`, [organisationId]);
    const from = kept ?? { xid: '0', position: '0' };
    // Not behind it either: a view that is derived again is not whole before it has come to where it was.
    if (to === undefined || !isAfter(to, from)) return 0;
    const reading = sqlOn(this.dataSource, organisationId);
    const ended = kept === undefined ? [] : endedMonths(kept.at, await todayIn(reading, organisationId));
    const months = [...new Set([...(await changedMonths(reading, organisationId, from, to)), ...ended])].sort();
    const rows: BiRow[] = [];
    for (const month of months) {
      if (stopped()) return 0;
      rows.push(...(await this.rowsOf(organisationId, month)));
    }
    await inTransaction(this.dataSource, organisationId, async (sql) => {
      if (!(await moveOn(sql, organisationId, from, to))) return;
      if (months.length === 0) return;
      await sql('DELETE FROM bi_figure WHERE organisation_id = $1 AND month = ANY($2::date[])', [organisationId, months]);
      await insertRows(sql, 'bi_figure', { organisation_id: 'text', ...BI_COLUMNS }, rows.map((row) => ({ organisation_id: organisationId, ...row })), { orderBy: ['subject', 'month', 'key'] });
    });
    return months.length;
  }

  /** Up to where every view that the reports read has read the journal. */
  private async viewsHaveRead(): Promise<Cursor | undefined> {
    const [place] = await sqlOn(this.dataSource, ALL_ORGANISATIONS)<Cursor>(
      `SELECT c.xid::text AS xid, c.position FROM projection_cursor AS c WHERE view = ANY($1) ORDER BY c.xid, c.position LIMIT 1`,
      [VIEWS_READ],
    );
    return place;
  }

  private async rowsOf(organisationId: string, month: string): Promise<BiRow[]> {
    const period = { from: month, to: lastDay('month', month) };
    return biRows(month, {
      days: await this.reports.reportTrends(organisationId, period, 'day'),
      whole: await this.reports.reportTrends(organisationId, period, 'month'),
      channels: await this.reports.reportChannels(organisationId, period),
      teams: await this.reports.reportTeams(organisationId, period),
      agents: await this.reports.reportAgents(organisationId, period),
      rules: await this.reports.reportRules(organisationId, period),
    });
  }
}

/** First days of the months of which days may count that were not over, or waited for others of their week, at the last time. */
function endedMonths(last: Date, today: string): string[] {
  if (last.toISOString().slice(0, 10) === today) return [];
  const weekBefore = new Date(last.getTime() - 8 * 86_400_000).toISOString();
  const months: string[] = [];
  for (const month = new Date(`${weekBefore.slice(0, 7)}-01T00:00:00Z`); month.toISOString().slice(0, 10) <= today; month.setUTCMonth(month.getUTCMonth() + 1)) months.push(month.toISOString().slice(0, 10));
  return months;
}

const isAfter = (one: Cursor, other: Cursor): boolean =>
  BigInt(one.xid) > BigInt(other.xid) || (one.xid === other.xid && BigInt(one.position) > BigInt(other.position));

/** False when somebody else has done the work in the meantime. */
async function moveOn(sql: Sql, organisationId: string, from: Cursor, to: Cursor): Promise<boolean> {
  const moved = await sql(
    `INSERT INTO bi_refresh AS r (organisation_id, xid, position, refreshed_at) VALUES ($1, $4::xid8, $5, now())
     ON CONFLICT ON CONSTRAINT bi_refresh_pk DO UPDATE SET xid = excluded.xid, position = excluded.position, refreshed_at = excluded.refreshed_at
       WHERE r.xid = $2::xid8 AND r.position = $3
     RETURNING r.position`,
    [organisationId, from.xid, from.position, to.xid, to.position],
  );
  return moved.length > 0;
}
