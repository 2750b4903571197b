import {
  type CoachedRule, type CoachedRuleEffect, type CoachingEffectReport, dayPlus, type EffectShort, type FigureBasis, type Organisation, ruleEffect, toldToAgent, windowsAround,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readPeople } from '../consistency/people.sql.js';
import { type Subject, subjectsOf } from '../consistency/subjects.js';
import { readTallies } from '../consistency/tallies.sql.js';
import { sqlOn, type Sql } from '../database/sql.js';
import { behind } from '../directory/resolve.js';
import { readObservations } from '../observation/observed-rules.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { dayIn } from '../write/day.js';
import type { CoachingViewer } from './coaching-viewer.js';
import { readSessionRow, type SessionRow, summaryOf } from './coaching.row.js';
import { type PeriodTallies, ruleCells } from './rule-cells.js';

type Windows = NonNullable<CoachingEffectReport['windows']>;

/** What the coached rules changed by, beyond uncoached peers of the same team in the same periods. */
@Injectable()
export class EffectReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /**
   * Nothing is told before the period after the session is over: looked at day by day, chance would sooner or later look like an effect, and the
   * days of peers could be had by subtraction. The agent is told no count of peers (`toldToAgent`). Null when there is no such session for the viewer.
   * @throws when the organisation does not exist
   */
  async readEffect(organisationId: string, sessionId: string, viewer: CoachingViewer, now: Date): Promise<CoachingEffectReport | null> {
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    const sql = sqlOn(this.dataSource, organisationId);
    const row = await readSessionRow(sql, organisationId, sessionId, viewer);
    if (row === null) return null;
    const { agent, team, rules } = summaryOf(row);
    const basis = organisation.settings.personFigures;
    const windows = row.held_on === null ? null : windowsAround(row.held_on, row.window_days);
    const names = { sessionId, agent, team, basis, timeZone: organisation.timeZone, windows };
    const early = tooEarly(row, windows, dayIn(organisation.timeZone, now)) ?? (team === null ? { reason: 'no-team' as const, found: null, needed: null } : null);
    if (early !== null || windows === null) return { ...names, rules: rules.map((rule) => short(rule, early ?? { reason: 'not-held', found: null, needed: null })) };
    const measured = await this.measure(sql, organisation, row, windows, rules, basis);
    return { ...names, rules: viewer.side === 'agent' ? measured.map(toldToAgent) : measured };
  }

  private async measure(sql: Sql, organisation: Organisation, row: SessionRow, windows: Windows, rules: readonly CoachedRule[], basis: FigureBasis): Promise<CoachedRuleEffect[]> {
    const { id, settings } = organisation;
    const periods = { before: await readTallies(sql, id, windows.before), after: await readTallies(sql, id, windows.after) };
    const team = await teamMates(sql, id, row.team_ref, periods);
    const subjects = new Map(subjectsOf(await this.rulebooks.listVersions(id), null).filter(({ subject }) => subject === 'rule').map((one): [string, Subject] => [one.id, one]));
    const observed = await readObservations(sql, id);
    const coached = await coachedMeanwhile(sql, id, row, windows);
    return rules.map((rule): CoachedRuleEffect => {
      const others = coached.filter(({ rule_id }) => rule_id === rule.ruleId);
      const subject = subjects.get(rule.ruleId);
      if (observed.has(rule.ruleId) || subject === undefined) return short(rule, { reason: 'observed', found: null, needed: null });
      if (others.some(({ agent }) => agent === row.person_ref)) return short(rule, { reason: 'overlap', found: null, needed: null });
      const isMeant = (agent: string): boolean => agent === row.person_ref || (team.has(agent) && !others.some((one) => one.agent === agent));
      return { ...headOf(rule), ...ruleEffect(ruleCells(subject, periods, row.person_ref, isMeant), rule.polarity, basis, settings) };
    });
  }
}

/** Until the period after is over: days so far, days needed. */
function tooEarly(row: SessionRow, windows: Windows | null, today: string): EffectShort | null {
  if (windows === null || row.held_on === null) return { reason: 'not-held', found: null, needed: null };
  if (today > windows.after.to) return null;
  const held = row.held_on;
  const found = Array.from({ length: row.window_days }, (_, n) => dayPlus(held, n + 1)).filter((day) => day < today).length;
  return { reason: 'time', found, needed: row.window_days };
}

const headOf = ({ ruleId, polarity }: CoachedRule) => ({ ruleId, polarity, better: polarity === 'violation' ? ('fewer' as const) : ('more' as const) });

const short = (rule: CoachedRule, why: EffectShort): CoachedRuleEffect => ({ ...headOf(rule), verdict: 'not-enough-data', short: why, measured: null });

/** Persons of a team, by their present team as everywhere, among those who worked in the periods. */
async function teamMates(sql: Sql, organisationId: string, team: string | null, { before, after }: Readonly<Record<'before' | 'after', PeriodTallies>>): Promise<ReadonlySet<string>> {
  const people = await readPeople(sql, organisationId, [...new Set([...before.handled, ...after.handled].map(({ agent }) => agent))]);
  return new Set([...people].filter(([, person]) => person.team?.ref === team).map(([ref]) => ref));
}

/** Who was coached on which of the session's rules within the days measured: no peer; of the agent's own sessions none could be told apart from the other. */
function coachedMeanwhile(sql: Sql, organisationId: string, row: SessionRow, { before, after }: Windows): Promise<{ agent: string; rule_id: string }[]> {
  const who = behind('who', 'agent', 's.organisation_id', 's.agent_ref');
  return sql(
    `SELECT DISTINCT ${who.person} AS agent, r.rule_id FROM coaching_session AS s ${who.join}
     JOIN coaching_rule AS r ON r.organisation_id = s.organisation_id AND r.session_id = s.session_id
     WHERE s.organisation_id = $1 AND s.session_id <> $2 AND r.rule_id = ANY ($3::text[])
       AND s.held_on BETWEEN $4::date AND $5::date`,
    [organisationId, row.session_id, row.rules.map(({ ruleId }) => ruleId), before.from, after.to],
  );
}
