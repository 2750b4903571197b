import {
  channelGaps, funnelOf, judgeSpreads, measureSpreads, proportion,
  type ConsistencyFilter, type ConsistencyReport, type ConsistencyRow, type FigureBasis, type Funnel, type Named, type Spread,
  type Spreads, type Tally,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { readLag } from '../projector/read-journal.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { agentDay } from '../views/agent-day/agent-day.projection.js';
import { RowGroups, type Load, type RowGroup } from './row-group.js';
import { subjectsOf, type Subject } from './subjects.js';
import { readTallies } from './tallies.sql.js';

/** An agent and the team, as they are known today. */
interface Person {
  readonly agent: Named;
  readonly team: Named | null;
}

/** Whether customers hear the same tune, whoever answers: spread per commitment and rule, beside the mean. */
@Injectable()
export class ConsistencyReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /**
   * Group figures count detected findings and are suppressed where they would show a person; persons' places in a funnel
   * count confirmed ones, unless the settings say otherwise. Verdicts count every line of the rulebook, also when
   * the report is narrowed to one.
   * @throws when the organisation does not exist.
   */
  async reportConsistency(organisationId: string, filter: ConsistencyFilter): Promise<ConsistencyReport> {
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    const sql = sqlOn(this.dataSource);
    const people = await this.people(organisationId);
    const { settings, timeZone } = organisation;
    const seen = {
      ...(await readTallies(sql, organisationId, filter)),
      loads: await sql<Load>(
        `SELECT day::text AS day, agent_ref AS agent, channel, rulebook_hash, interactions::int AS interactions
         FROM view_agent_day WHERE organisation_id = $1`,
        [organisationId],
      ),
      teamOf: new Map([...people].map(([ref, { team }]) => [ref, team?.ref ?? null])),
      filter,
      settings,
    };
    const groups = new RowGroups(seen);
    const rows = subjectsOf(await this.rulebooks.listVersions(organisationId), await this.rulebooks.currentRulebook(organisationId))
      .map((subject) => ({ subject, group: groups.groupOf(subject) }))
      .filter(({ subject, group }) => subject.current || (group !== null && group.tallies.some(({ detected }) => detected > 0)));
    return {
      basis: 'detected',
      period: { from: filter.from ?? null, to: filter.to ?? null, timeZone },
      lag: await readLag(sql, [agentDay.name]),
      rows: rowsOf(rows, filter, settings.personFigures, people),
    };
  }

  private async people(organisationId: string): Promise<ReadonlyMap<string, Person>> {
    const rows = await sqlOn(this.dataSource)<{ ref: string; name: string | null; team_ref: string | null; team_name: string | null }>(
      `SELECT a.ref, a.name, a.team_ref, t.name AS team_name FROM agent AS a
       LEFT JOIN team AS t ON t.organisation_id = a.organisation_id AND t.ref = a.team_ref WHERE a.organisation_id = $1`,
      [organisationId],
    );
    return new Map(
      rows.map(({ ref, name, team_ref, team_name }) => [
        ref,
        { agent: { ref, name }, team: team_ref === null ? null : { ref: team_ref, name: team_name } },
      ]),
    );
  }
}

interface Measured {
  readonly subject: Subject;
  readonly group: RowGroup | null;
}

function rowsOf(measured: readonly Measured[], filter: ConsistencyFilter, basis: FigureBasis, people: ReadonlyMap<string, Person>): ConsistencyRow[] {
  const spreads = measured.map(({ group }) => (group === null ? null : measureSpreads(group.tallies, group.channels)));
  const judged = (name: keyof Spreads): Spread[] => judgeSpreads(spreads.map((one) => one?.[name] ?? null));
  const [betweenAgents, betweenChannels, withinAgent] = [judged('betweenAgents'), judged('betweenChannels'), judged('withinAgent')];
  const narrowed = filter.rule !== undefined || filter.commitment !== undefined;
  return measured.flatMap(({ subject: { subject, id, text, commitment, polarity }, group }, i): ConsistencyRow[] => {
    if (filter.commitment !== undefined && commitment !== filter.commitment) return [];
    if (filter.rule !== undefined && (subject !== 'rule' || id !== filter.rule)) return [];
    const names = { subject, id, text, commitment, polarity };
    if (group === null) {
      return [{
        ...names, counted: null, agents: null, mean: null, betweenAgents: null, betweenChannels: null, withinAgent: null, channels: [], funnel: null,
        suppressed: 'group-too-small',
      }];
    }
    return [{
      ...names,
      counted: group.counted,
      agents: group.agents,
      mean: proportion(sum(group.tallies, 'detected'), sum(group.tallies, 'n')),
      betweenAgents: betweenAgents[i]!,
      betweenChannels: betweenChannels[i]!,
      withinAgent: withinAgent[i]!,
      channels: channelGaps(group.tallies, group.channels, spreads[i]?.betweenAgents ?? null, betweenChannels[i]!.verdict === 'beyond-chance'),
      funnel: narrowed ? named(funnelOf(group.tallies, basis), people) : null,
      suppressed: null,
    }];
  });
}

const named = (funnel: ReturnType<typeof funnelOf>, people: ReadonlyMap<string, Person>): Funnel => ({
  ...funnel,
  points: funnel.points.map((point) => ({ ...point, ...(people.get(point.agent) ?? { agent: { ref: point.agent, name: null }, team: null }) })),
});

const sum = (tallies: readonly Tally[], name: 'n' | 'detected'): number => tallies.reduce((total, tally) => total + tally[name], 0);
