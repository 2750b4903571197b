import {
  channelGaps, funnelOf, judgeSpreads, measureSpreads, SPREAD_OPTIONS,
  type ConsistencyFilter, type ConsistencyReport, type ConsistencyRow, type FigureBasis, type Funnel, type Spread,
  type Sight,
  type Spreads,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { readLag } from '../projector/read-journal.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { agentDay } from '../views/agent-day/agent-day.projection.js';
import { share } from '../views/figures.js';
import { readPeople, type Person } from './people.sql.js';
import { RowGroups, type RowGroup } from './row-group.js';
import { subjectsOf, type Subject } from './subjects.js';
import { readLoads, readTallies } from './tallies.sql.js';

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
  async reportConsistency(organisationId: string, filter: ConsistencyFilter, sight: Sight = 'all'): Promise<ConsistencyReport> {
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    const sql = sqlOn(this.dataSource, organisationId);
    const { settings, timeZone } = organisation;
    const tallies = await readTallies(sql, organisationId, filter);
    const loads = await readLoads(sql, organisationId);
    const people = await readPeople(sql, organisationId, [...new Set([...tallies.handled, ...loads].map(({ agent }) => agent))]);
    const teamOf = new Map([...people].map(([ref, { team }]) => [ref, team?.ref ?? null]));
    const groups = new RowGroups({ handled: tallies.handled, loads, teamOf, filter, seenTeams: sight === 'all' ? null : sight.teams, settings }, tallies.flagged);
    const rows = subjectsOf(await this.rulebooks.listVersions(organisationId), await this.rulebooks.currentRulebook(organisationId))
      .map((subject) => ({ subject, group: groups.groupOf(subject) }))
      .filter(({ subject, group }) => subject.current || (group !== null && group.detected > 0));
    return {
      basis: 'detected',
      period: { from: filter.from ?? null, to: filter.to ?? null, timeZone },
      lag: await readLag(sql, [agentDay.name]),
      rows: rowsOf(rows, filter, settings.personFigures, people),
    };
  }
}

interface Measured {
  readonly subject: Subject;
  readonly group: RowGroup | null;
}

function rowsOf(measured: readonly Measured[], filter: ConsistencyFilter, basis: FigureBasis, people: ReadonlyMap<string, Person>): ConsistencyRow[] {
  const narrowed = filter.rule !== undefined || filter.commitment !== undefined;
  const tallies = measured.map(({ group }) => (group === null || isRare(group) ? [] : group.tallies()));
  const spreads = measured.map(({ group }, i) => (group === null || isRare(group) ? null : measureSpreads(tallies[i]!, group.channels.map(({ channel }) => channel))));
  const judged = (name: keyof Spreads): Spread[] => judgeSpreads(spreads.map((one) => one?.[name] ?? null));
  const [betweenAgents, betweenChannels, withinAgent] = [judged('betweenAgents'), judged('betweenChannels'), judged('withinAgent')];
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
      mean: share(group.detected, group.n),
      betweenAgents: betweenAgents[i]!,
      betweenChannels: betweenChannels[i]!,
      withinAgent: withinAgent[i]!,
      channels: channelGaps(tallies[i]!, group.channels, spreads[i]?.betweenAgents ?? null, betweenChannels[i]!.verdict === 'beyond-chance'),
      funnel: narrowed ? named(funnelOf(group.tallies(), basis), people) : null,
      suppressed: null,
    }];
  });
}

const named = (funnel: ReturnType<typeof funnelOf>, people: ReadonlyMap<string, Person>): Funnel => ({
  ...funnel,
  points: funnel.points.map((point) => ({ ...point, ...(people.get(point.agent) ?? { agent: { ref: point.agent, name: null }, team: null }) })),
});

/** Too few for any spread: nothing of it need be measured. */
const isRare = ({ n, detected }: RowGroup): boolean => Math.min(detected, n - detected) < SPREAD_OPTIONS.minimumEvents;
