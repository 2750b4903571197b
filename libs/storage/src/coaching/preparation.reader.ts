import { type CoachingPreparation, type CoachingProposal, directionOf, type DayWindow, type FigureBasis, funnelOf, type Named, type Organisation, type Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readPeople } from '../consistency/people.sql.js';
import { type RowGroup, RowGroups } from '../consistency/row-group.js';
import { type Subject, subjectsOf } from '../consistency/subjects.js';
import { readLoads, readTallies } from '../consistency/tallies.sql.js';
import { sqlOn, type Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import { readObservations } from '../observation/observed-rules.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { FindingReader } from '../read/finding.reader.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { agentOf } from './agent-of.js';
import { type CoachingViewer, sightOfViewer } from './coaching-viewer.js';

const EXCERPTS = 5;

interface Measured {
  readonly organisation: Organisation;
  readonly subjects: readonly Subject[];
  readonly groupOf: (subject: Subject) => RowGroup | null;
}

/** What differs beyond chance from an agent's team, with the words. */
@Injectable()
export class PreparationReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
    private readonly rulebooks: RulebookRepository,
    private readonly findings: FindingReader,
  ) {}

  /**
   * Against the agent's own team, whoever asks: two readers who see more or less get the same answer, and nothing by subtraction. The group is
   * guarded as in the report of consistency, and besides the agent it must be as large as the smallest group.
   * Null when there is no such agent for the viewer.
   * @throws when the organisation does not exist
   */
  async prepare(organisationId: string, viewer: Extract<CoachingViewer, { side: 'coach' }>, ref: string, period: DayWindow): Promise<CoachingPreparation | null> {
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    const sql = sqlOn(this.dataSource, organisationId);
    const person = await agentOf(sql, organisationId, viewer, ref);
    if (person === null) return null;
    const { agent, team } = person;
    const basis = organisation.settings.personFigures;
    const names = { agent, team, basis, period: { ...period, timeZone: organisation.timeZone } };
    const observed = [...(await readObservations(sql, organisationId)).keys()].sort();
    const nothing = { proposals: [], examined: 0, notEnough: [], observed } as const;
    if (team === null) return { ...names, ...nothing, suppressed: 'no-team' };
    const measured = await this.measure(sql, organisation, team, period);
    const subjects = measured.subjects.filter(({ id }) => !observed.includes(id));
    const placed = subjects.map((subject) => placeOf(subject, measured, agent.ref, basis));
    if (placed.every((place) => place === null)) return { ...names, ...nothing, suppressed: 'group-too-small' };
    const told = placed.flatMap((place, i) => (place === null ? [] : [{ ...place, subject: subjects[i]! }]));
    const refs = await refsOf(sql, organisationId, 'agent', agent.ref);
    const proposals: CoachingProposal[] = [];
    for (const { subject: { id, text, polarity }, point, counted, peers } of told) {
      const direction = directionOf(polarity, point.position);
      if (direction === null) continue;
      const { agent: _agent, ...place } = point;
      const excerpts = await this.excerpts(sql, organisationId, sightOfViewer(viewer), refs, id, counted);
      proposals.push({ ruleId: id, why: text, polarity, direction, counted, peers, ...place, excerpts });
    }
    // Where nobody has any finding, or everybody one, there is nothing to tell either.
    const enough = told.filter(({ point: { position, expected } }) => position !== 'not-enough-data' && expected > 0 && expected < 1);
    return {
      ...names,
      suppressed: null,
      proposals: proposals.sort((a, b) => orderOf(a) - orderOf(b) || (a.ruleId < b.ruleId ? -1 : 1)),
      examined: enough.length,
      notEnough: subjects.map(({ id }) => id).filter((id) => !enough.some(({ subject }) => subject.id === id)).sort(),
      observed,
    };
  }

  private async measure(sql: Sql, organisation: Organisation, team: Named, period: DayWindow): Promise<Measured> {
    const { id, settings } = organisation;
    const tallies = await readTallies(sql, id, period);
    const loads = await readLoads(sql, id);
    const people = await readPeople(sql, id, [...new Set([...tallies.handled, ...loads].map(({ agent }) => agent))]);
    const teamOf = new Map([...people].map(([ref, known]) => [ref, known.team?.ref ?? null]));
    const groups = new RowGroups({ handled: tallies.handled, loads, teamOf, filter: { ...period, team: team.ref }, seenTeams: null, settings }, tallies.flagged);
    const subjects = subjectsOf(await this.rulebooks.listVersions(id), await this.rulebooks.currentRulebook(id));
    return { organisation, subjects: subjects.filter(({ subject, current }) => subject === 'rule' && current), groupOf: (subject) => groups.groupOf(subject) };
  }

  /** Confirmed first, then the latest. */
  private async excerpts(sql: Sql, organisationId: string, sight: Sight, refs: readonly string[], ruleId: string, { from, to }: DayWindow): Promise<CoachingProposal['excerpts']> {
    const rows = await sql<{ id: string }>(
      `SELECT f.finding_id AS id FROM finding AS f WHERE f.organisation_id = $1 AND f.agent_ref = ANY ($2::text[]) AND f.rule_id = $3 AND f.day BETWEEN $4::date AND $5::date
         AND f.status IN ('confirmed', 'detected') AND NOT f.observed ORDER BY f.status = 'confirmed' DESC, f.started_at DESC, f.finding_id LIMIT ${EXCERPTS}`,
      [organisationId, refs, ruleId, from, to],
    );
    const views = await this.findings.readFindings(organisationId, rows.map(({ id }) => id), sight);
    return rows.flatMap(({ id }) => views.get(id) ?? []);
  }
}

/** The agent's place for a rule; null when the group cannot be told. */
function placeOf(subject: Subject, { organisation: { settings }, groupOf }: Measured, agent: string, basis: FigureBasis) {
  const group = groupOf(subject);
  if (group === null) return null;
  const point = funnelOf(group.tallies(), basis).points.find((one) => one.agent === agent);
  const peers = group.agents - 1;
  return point === undefined || peers < settings.groupMinAgents ? null : { point, peers, counted: group.counted };
}

/** Strengths and what to work on alike: what chance explains least comes first. */
const orderOf = ({ position }: CoachingProposal): number => (position.endsWith('99.8') ? 0 : 1);
