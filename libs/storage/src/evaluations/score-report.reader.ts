import { type Channel, type Named, type ScorePart, type ScoreReport, type ScoreReportRow, type ScoreSide, type ScorecardDefinition, type Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn, type Sql } from '../database/sql.js';
import { agentBehind } from '../directory/resolve.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { Conditions } from '../read/conditions.js';
import { isUuid } from '../read/cursor.js';
import { isSeen, type SeenRefs, seenRefs } from '../sight/sight.js';
import { figuresOfPerson, groupFigures, type GroupFilter, inPeriodOf, type ScoreFact } from './score-groups.js';

type FactRow = ScoreFact & { readonly side: ScoreSide };

/** What evaluations of a scorecard come to. Automatic ones and those of people are two figures, never one. */
@Injectable()
export class ScoreReportReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** Null when there is no such scorecard that was ever published. */
  async report(organisationId: string, scorecardId: string, by: ScorePart, filter: GroupFilter, sight: Sight): Promise<ScoreReport | null> {
    const sql = sqlOn(this.dataSource, organisationId);
    const organisation = await this.organisations.readOrganisation(organisationId);
    const [latest] = isUuid(scorecardId)
      ? await sql<{ definition: ScorecardDefinition }>(
          'SELECT definition FROM scorecard_version WHERE organisation_id = $1 AND scorecard_id = $2 AND published_at IS NOT NULL ORDER BY version DESC LIMIT 1',
          [organisationId, scorecardId],
        )
      : [];
    if (latest === undefined || organisation === null) return null;
    const facts = await readFacts(sql, organisationId, scorecardId, await seenRefs(sql, organisationId, sight));
    const people = await readPeople(sql, organisationId, facts);
    const placed = facts.map((fact): FactRow => ({ ...fact, team: people.get(fact.person)?.team?.ref ?? null }));
    const side = (which: ScoreSide): FactRow[] => placed.filter((fact) => fact.side === which);
    const rows = by === 'agent' ? personRows(placed.filter(({ seen }) => seen), filter, people) : groupRows(by, side('automatic'), side('human'), filter, organisation.settings, people);
    const [due] = await sql<{ n: number }>(
      `SELECT ((SELECT count(*) FROM evaluation_due WHERE organisation_id = $1)
         + (SELECT count(*) FROM journal AS j LEFT JOIN evaluation_place AS p ON p.organisation_id = $1
            WHERE j.organisation_id = $1 AND (p.organisation_id IS NULL OR (j.xid, j.position) > (p.xid, p.position))))::int AS n`,
      [organisationId],
    );
    return {
      scorecard: { id: scorecardId, name: latest.definition.name },
      by,
      basis: organisation.settings.personFigures,
      period: { from: filter.from ?? null, to: filter.to ?? null, timeZone: organisation.timeZone },
      lag: due!.n,
      rows,
    };
  }
}

/** In force, of everybody, of all days; `nothing` applied: no part in any figure. Of one person under two refs the latest by a person counts. */
async function readFacts(sql: Sql, organisationId: string, scorecardId: string, seen: SeenRefs): Promise<FactRow[]> {
  const where = new Conditions();
  where.also(`e.organisation_id = ${where.bind(organisationId)} AND e.scorecard_id = ${where.bind(scorecardId)}::uuid AND e.result->'state' <> '"nothing"'`);
  const columns = `e.interaction_id AS interaction, coalesce(who.person_ref, e.agent_ref) AS person, e.agent_ref, NULL AS team, e.channel, e.day::text AS day, e.result->'score' AS score, e.result->'failures' <> '[]' AS failed`;
  const who = `LEFT JOIN identity AS who ON who.organisation_id = e.organisation_id AND who.kind = 'agent' AND who.ref = e.agent_ref`;
  const rows = await sql<FactRow & { readonly agent_ref: string }>(
    `SELECT 'automatic' AS side, ${columns} FROM automatic_evaluation AS e ${who} WHERE ${where.clause()} AND e.superseded_at IS NULL
     UNION ALL SELECT * FROM (SELECT DISTINCT ON (interaction_id, coalesce(who.person_ref, e.agent_ref)) 'human' AS side, ${columns} FROM evaluation AS e ${who}
       WHERE ${where.clause()} AND e.submitted_at IS NOT NULL AND e.replaced_by IS NULL ORDER BY interaction_id, coalesce(who.person_ref, e.agent_ref), e.submitted_at DESC) AS human`,
    where.values,
  );
  return rows.map(({ agent_ref, ...fact }) => ({ ...fact, seen: isSeen(seen, agent_ref) }));
}

interface Person {
  readonly agent: Named;
  readonly team: Named | null;
}

async function readPeople(sql: Sql, organisationId: string, facts: readonly ScoreFact[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await sql<{ person: string; name: string | null; team_ref: string | null; team_name: string | null }>(
    `SELECT p.person, who.name, who.team_ref, who.team_name FROM unnest($2::text[]) AS p (person) ${agentBehind('who', '$1', 'p.person')} ORDER BY p.person`,
    [organisationId, [...new Set(facts.map(({ person }) => person))]],
  );
  return new Map(rows.map(({ person, name, team_ref, team_name }) => [person, { agent: { ref: person, name }, team: team_ref === null ? null : { ref: team_ref, name: team_name } }]));
}

function personRows(facts: readonly FactRow[], filter: GroupFilter, people: ReadonlyMap<string, Person>): ScoreReportRow[] {
  const asked = facts.filter((fact) => inPeriodOf(filter, fact) && (filter.channel === undefined || fact.channel === filter.channel) && (filter.team === undefined || fact.team === filter.team));
  return [...people].flatMap(([person, { agent, team }]): ScoreReportRow[] => {
    const own = asked.filter((fact) => fact.person === person);
    const of = (side: ScoreSide) => figuresOfPerson(own.filter((fact) => fact.side === side));
    return own.length === 0 ? [] : [{ agent, team, channel: null, automatic: of('automatic'), human: of('human'), suppressed: [] }];
  });
}

function groupRows(
  by: Exclude<ScorePart, 'agent'>,
  automatic: readonly ScoreFact[],
  human: readonly ScoreFact[],
  filter: GroupFilter,
  settings: Parameters<typeof groupFigures>[3],
  people: ReadonlyMap<string, Person>,
): ScoreReportRow[] {
  const keyOf = ({ team, channel }: ScoreFact): string | null => (by === 'team' ? team : by === 'channel' ? channel : '');
  // Of groups of one kind all are measured, and one is picked afterwards: else asking for one alone would show what the others hide it for.
  const others: GroupFilter = by === 'team' ? { ...filter, team: undefined } : by === 'channel' ? { ...filter, channel: undefined } : filter;
  // A team is the same to everybody who sees it: all teams are measured, and those seen are told.
  const seenKeys = new Set([...automatic, ...human].filter(({ seen }) => seen).map(keyOf));
  const told = (facts: readonly ScoreFact[]): readonly ScoreFact[] => (by === 'team' ? facts.map((fact) => ({ ...fact, seen: true })) : facts);
  const sides = { automatic: groupFigures(told(automatic), keyOf, others, settings), human: groupFigures(told(human), keyOf, others, settings) };
  const teams = new Map([...people.values()].flatMap(({ team }) => (team === null ? [] : [[team.ref, team] as const])));
  const keys = [...new Set([...sides.automatic.keys(), ...sides.human.keys()])].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  const asked = (key: string | null): boolean => seenKeys.has(key) && (by !== 'team' || filter.team === undefined || key === filter.team) && (by !== 'channel' || filter.channel === undefined || key === filter.channel);
  const channelOf = new Map<string, Channel>([...automatic, ...human].map(({ channel }) => [channel, channel]));
  return keys.filter(asked).map((key) => ({
    agent: null,
    team: by === 'team' && key !== null ? (teams.get(key) ?? null) : null,
    channel: by === 'channel' && key !== null ? (channelOf.get(key) ?? null) : null,
    automatic: sides.automatic.get(key) ?? null,
    human: sides.human.get(key) ?? null,
    suppressed: (['automatic', 'human'] as const).filter((side) => sides[side].get(key) === null),
  }));
}
