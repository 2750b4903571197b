import {
  interactionIdOf,
  type InteractionDetail,
  type InteractionFilter,
  type InteractionSummary,
  type Named,
  type Page,
  type PageRequest,
  type Participant,
  type PersonKind,
  type Sight,
  type WholeInteraction,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { agentBehind, customerBehind, refsOf } from '../directory/resolve.js';
import { Conditions, inPeriod, inTeam } from './conditions.js';
import { interactionSeen, type SeenRefs, seenRefs } from '../sight/sight.js';
import { decodeCursor, encodeCursor, isUuid } from './cursor.js';
import { FindingReader } from './finding.reader.js';
import { interactionOf, summaryOf, turnOf, type InteractionRow, type KnownSpeakers, type TurnRow, type WholeTurnRow } from './interaction.row.js';

/** What is kept of an interaction: tells a repeated delivery from a conflict. */
export interface KeptRevision {
  readonly revision: number;
  readonly contentHash: string;
}

@Injectable()
export class InteractionReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly findings: FindingReader,
  ) {}

  /**
   * One page of interactions, latest first.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listInteractions(organisationId: string, filter: InteractionFilter, page: PageRequest, sight: Sight = 'all'): Promise<Page<InteractionSummary>> {
    const seen = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const where = new Conditions();
    const organisation = where.bind(organisationId);
    const refs = async (kind: PersonKind, ref: string | undefined) => (ref === undefined ? undefined : refsOf(sqlOn(this.dataSource, organisationId), organisationId, kind, ref));
    const agentRefs = await refs('agent', filter.agent);
    // An agent's interactions are read in order from the agent's own index.
    const order = agentRefs === undefined ? 'i' : 'x';
    const agents = 'JOIN interaction_agent AS x ON x.organisation_id = i.organisation_id AND x.interaction_id = i.interaction_id';
    inPeriod(interactionSeen(where, organisation, 'i.interaction_id', seen), filter, 'i')
      .also(`${order}.organisation_id = ${organisation}`)
      .when(filter.channel, (channel) => `i.channel = ${channel}`)
      .when(filter.case, (ref) => `i.case_ref = ${ref}`)
      .oneOf('i.customer_ref', await refs('customer', filter.customer))
      .oneOf('x.agent_ref', agentRefs)
      .when(agentRefs !== undefined && agentRefs.length > 1 ? agentRefs : undefined, (all) => isFirstOf(all))
      .when(
        filter.team,
        (team) =>
          `EXISTS (SELECT 1 FROM interaction_agent AS m WHERE m.organisation_id = i.organisation_id
             AND m.interaction_id = i.interaction_id AND ${inTeam('m.agent_ref', organisation, team)})`,
      );
    if (page.cursor !== undefined) {
      const { startedAt, id } = decodeCursor(page.cursor);
      where.when(startedAt, (at) => `(${order}.started_at, ${order}.interaction_id) < (${at}::timestamptz, ${where.bind(id)}::uuid)`);
    }
    const rows = await this.select(
      organisationId,
      `SELECT i.* FROM interaction AS i ${agentRefs === undefined ? '' : agents} WHERE ${where.clause()}
       ORDER BY ${order}.started_at DESC, ${order}.interaction_id DESC LIMIT ${where.bind(page.limit + 1)}`,
      where.values,
      seen,
    );
    const items = rows.slice(0, page.limit).map(summaryOf);
    const last = items.at(-1);
    const more = rows.length > page.limit && last !== undefined;
    return { items, next: more ? encodeCursor(last) : null };
  }

  /** An interaction with every turn, and every finding that is seen; null when there is none, or it is not seen. Whoever shows it calls `recordRead`. */
  async readInteraction(organisationId: string, interactionId: string, sight: Sight = 'all'): Promise<InteractionDetail | null> {
    if (!isUuid(interactionId)) return null;
    const key = [organisationId, interactionId];
    const row = await this.seen(organisationId, interactionId, sight);
    if (row === undefined) return null;
    const turns = await sqlOn(this.dataSource, organisationId)<TurnRow>(
      `SELECT position, turn_id, participant_id, text, offset_ms, duration_ms, private, zones FROM turn
       WHERE organisation_id = $1 AND interaction_id = $2 ORDER BY position`,
      key,
    );
    const people = new Map(row.participants.map((person) => [person.id, person]));
    const known = await this.peopleBehind(organisationId, row.participants);
    return {
      ...summaryOf(row),
      endedAt: row.ended_at?.toISOString() ?? null,
      rulebook: { name: row.rulebook_name, version: row.rulebook_version, hash: row.rulebook_hash },
      turns: turns.map((turn) => turnOf(turn, people.get(turn.participant_id), known)),
      findings: await this.findings.findingsOf(organisationId, interactionId, sight),
      notChecked: row.not_checked,
    };
  }

  /** An interaction as it was taken in, word confidences and all; null when there is none. Whoever shows it calls `recordRead`. */
  async readWhole(organisationId: string, interactionId: string, sight: Sight = 'all'): Promise<WholeInteraction | null> {
    if (!isUuid(interactionId)) return null;
    const key = [organisationId, interactionId];
    const row = await this.seen(organisationId, interactionId, sight);
    if (row === undefined) return null;
    const turns = await sqlOn(this.dataSource, organisationId)<WholeTurnRow>(
      `SELECT position, turn_id, participant_id, text, offset_ms, duration_ms, private, words FROM turn
       WHERE organisation_id = $1 AND interaction_id = $2 ORDER BY position`,
      key,
    );
    return {
      id: row.interaction_id,
      interaction: interactionOf(row, turns),
      recordedAt: row.recorded_at.toISOString(),
      language: row.language,
      rulebook: { name: row.rulebook_name, version: row.rulebook_version, hash: row.rulebook_hash },
      findings: await this.findings.findingsOf(organisationId, interactionId, sight),
      notChecked: row.not_checked,
    };
  }

  /** What is kept of a source's interaction: tells a repeated delivery from a conflict. Null when it is not kept. */
  async findContentHash(organisationId: string, source: string, externalId: string): Promise<KeptRevision | null> {
    const id = interactionIdOf(organisationId, source, externalId);
    return (await this.findContentHashes(organisationId, [id])).get(id) ?? null;
  }

  /** As findContentHash, for many at once, by interaction id; those that are not kept are left out. */
  async findContentHashes(organisationId: string, interactionIds: readonly string[]): Promise<ReadonlyMap<string, KeptRevision>> {
    if (interactionIds.length === 0) return new Map();
    const rows = await sqlOn(this.dataSource, organisationId)<{ interaction_id: string; revision: string; content_hash: string }>(
      'SELECT interaction_id, revision, content_hash FROM interaction WHERE organisation_id = $1 AND interaction_id = ANY($2::uuid[])',
      [organisationId, interactionIds],
    );
    return new Map(rows.map((row) => [row.interaction_id, { revision: Number(row.revision), contentHash: row.content_hash }]));
  }

  /** Journals that a person opened a transcript. */
  async recordRead(organisationId: string, interactionId: string, reader: string): Promise<void> {
    await inTransaction(this.dataSource, organisationId, (sql) =>
      appendToJournal(sql, [{ organisationId, type: 'interaction.read', payload: { interactionId, reader } }]),
    );
  }

  /** Agents and counts are looked up for the chosen rows only, after the page is cut. */
  private async seen(organisationId: string, interactionId: string, sight: Sight): Promise<InteractionRow | undefined> {
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const where = new Conditions();
    const organisation = where.bind(organisationId);
    interactionSeen(where.also(`i.organisation_id = ${organisation} AND i.interaction_id = ${where.bind(interactionId)}::uuid`), organisation, 'i.interaction_id', refs);
    return (await this.select(organisationId, `SELECT i.* FROM interaction AS i WHERE ${where.clause()}`, where.values, refs))[0];
  }

  /** @param seen whose findings are counted */
  private select(organisationId: string, interactions: string, values: readonly unknown[], seen: SeenRefs): Promise<InteractionRow[]> {
    const counted = seen === null ? '' : `AND f.agent_ref = ANY ($${values.length + 1}::text[])`;
    return sqlOn(this.dataSource, organisationId)<InteractionRow>(
      `SELECT i.*, i.words_gone_on::text AS words_gone_day, c.ref AS customer_person_ref, c.name AS customer_name,
         (SELECT count(*)::int FROM finding AS f WHERE f.organisation_id = i.organisation_id
            AND f.interaction_id = i.interaction_id AND polarity = 'violation' AND status <> 'dismissed' ${counted}) AS violations,
         (SELECT count(*)::int FROM finding AS f WHERE f.organisation_id = i.organisation_id
            AND f.interaction_id = i.interaction_id AND polarity = 'merit' AND status <> 'dismissed' ${counted}) AS merits,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', a.ref, 'name', a.name) ORDER BY a.ref), '[]')
            FROM (SELECT DISTINCT a.ref, a.name FROM interaction_agent AS x ${agentBehind('a', 'x.organisation_id', 'x.agent_ref')}
                  WHERE x.organisation_id = i.organisation_id AND x.interaction_id = i.interaction_id) AS a) AS agents
       FROM (${interactions}) AS i
       ${customerBehind('c', 'i.organisation_id', 'i.customer_ref')}
       ORDER BY i.started_at DESC, i.interaction_id DESC`,
      seen === null ? values : [...values, seen],
    );
  }

  /** Who stands behind the refs of an interaction's agents and customers. */
  private async peopleBehind(organisationId: string, participants: readonly Participant[]): Promise<KnownSpeakers> {
    const rows = await Promise.all(
      ([['agent', agentBehind], ['customer', customerBehind]] as const).map(([role, joined]) =>
        sqlOn(this.dataSource, organisationId)<Named & { of: string }>(
          `SELECT '${role}:' || given.ref AS of, who.ref, who.name FROM unnest($2::text[]) AS given (ref) ${joined('who', '$1', 'given.ref')}`,
          [organisationId, participants.flatMap((person) => (person.role === role && person.ref ? [person.ref] : []))],
        ),
      ),
    );
    return new Map(rows.flat().map(({ of, ref, name }) => [of, { ref, name }]));
  }
}

/** Of an interaction in which one person spoke under several of these refs, only the first row. */
const isFirstOf = (refs: string): string =>
  `NOT EXISTS (SELECT 1 FROM interaction_agent AS y WHERE y.organisation_id = x.organisation_id AND y.interaction_id = x.interaction_id
     AND y.agent_ref = ANY(${refs}::text[]) AND y.agent_ref < x.agent_ref)`;
