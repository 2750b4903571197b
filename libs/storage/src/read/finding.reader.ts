import type {
  Channel,
  CounterEvidence,
  Evidence,
  FindingFilter,
  FindingStatus,
  FindingView,
  Page,
  PageRequest,
  Polarity,
  RulebookDescription,
  Severity,
  Sight,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { accountNames, namesAmong } from '../accounts/account-names.js';
import { sqlOn } from '../database/sql.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { agentBehind, refsOf } from '../directory/resolve.js';
import { commentOf, type CommentRow, disputeOf, type DisputeRow } from '../disputes/dispute.row.js';
import { reviewOf, type ReviewRow } from '../reviews/review.row.js';
import { Conditions, inPeriod, inTeam } from './conditions.js';
import { findingSeen, namedWhereSeen, type SeenRefs, seenRefs } from '../sight/sight.js';
import { decodeCursor, encodeCursor, isUuid } from './cursor.js';
import { wordsGoneOf } from './interaction.row.js';

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** The review's columns are null while nobody has judged the finding. */
interface FindingRow extends Nullable<ReviewRow> {
  organisation_id: string;
  finding_id: string;
  interaction_id: string;
  revision: string;
  channel: Channel;
  started_at: Date;
  rule_id: string;
  polarity: Polarity;
  severity: Severity;
  commitment: string;
  status: FindingStatus;
  evidence: Evidence[];
  against: CounterEvidence | null;
  against_ref: string | null;
  against_name: string | null;
  explanation: string;
  instead: string | null;
  confidence: number;
  person_ref: string | null;
  person_name: string | null;
  team_ref: string | null;
  team_name: string | null;
  rulebook_name: string;
  rulebook_version: string;
  rulebook_hash: string;
  added_by: string | null;
  added_at: Date | null;
  hand_note: string | null;
  comment: CommentRow | null;
  dispute: DisputeRow | null;
  wordless: boolean;
  words_gone_day: string | null;
  words_gone_after: number | null;
}

@Injectable()
export class FindingReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /**
   * One page of findings, latest interaction first.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listFindings(organisationId: string, filter: FindingFilter, page: PageRequest, sight: Sight = 'all'): Promise<Page<FindingView>> {
    if (filter.interaction !== undefined && !isUuid(filter.interaction)) return { items: [], next: null };
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const where = new Conditions();
    const organisation = where.bind(organisationId);
    findingSeen(where, organisation, refs);
    inPeriod(where, filter, 'f')
      .also(`f.organisation_id = ${organisation}`)
      .when(filter.channel, (channel) => `f.channel = ${channel}`)
      .oneOf('f.agent_ref', filter.agent === undefined ? undefined : await refsOf(sqlOn(this.dataSource, organisationId), organisationId, 'agent', filter.agent))
      .when(filter.team, (team) => inTeam('f.agent_ref', organisation, team))
      .when(filter.rule, (rule) => `f.rule_id = ${rule}`)
      .when(filter.commitment, (commitment) => `f.commitment = ${commitment}`)
      .when(filter.severity, (severity) => `f.severity = ${severity}`)
      .when(filter.polarity, (polarity) => `f.polarity = ${polarity}`)
      .when(filter.status, (status) => `f.status = ${status}`)
      .when(filter.dispute, (state) => `coalesce((SELECT d.state FROM dispute AS d WHERE d.organisation_id = ${organisation} AND d.finding_id = f.finding_id), 'none') = ${state}`)
      .when(filter.interaction, (interaction) => `f.interaction_id = ${interaction}::uuid`);
    if (page.cursor !== undefined) {
      const { startedAt, id } = decodeCursor(page.cursor);
      where.when(startedAt, (at) => `(f.started_at, f.finding_id) < (${at}::timestamptz, ${where.bind(id)}::uuid)`);
    }
    const limit = where.bind(page.limit + 1);
    const rows = await this.select(
      organisationId,
      `SELECT f.* FROM finding AS f WHERE ${where.clause()} ORDER BY f.started_at DESC, f.finding_id DESC LIMIT ${limit}`,
      where.values,
    );
    const items = await this.viewsOf(rows.slice(0, page.limit), refs);
    const last = items.at(-1);
    const more = rows.length > page.limit && last !== undefined;
    return { items, next: more ? encodeCursor(last) : null };
  }

  /** Null when there is no such finding, or none that is seen. */
  async readFinding(organisationId: string, findingId: string, sight: Sight = 'all'): Promise<FindingView | null> {
    return isUuid(findingId) ? ((await this.seenWhere('f.finding_id', [findingId], organisationId, sight))[0] ?? null) : null;
  }

  /** Those of some findings that are seen, by their ids. */
  async readFindings(organisationId: string, findingIds: readonly string[], sight: Sight = 'all'): Promise<ReadonlyMap<string, FindingView>> {
    return new Map((await this.seenWhere('f.finding_id', findingIds, organisationId, sight)).map((finding) => [finding.id, finding]));
  }

  /** All findings of an interaction that are seen, in the order of its words. */
  async findingsOf(organisationId: string, interactionId: string, sight: Sight = 'all'): Promise<FindingView[]> {
    return (await this.seenWhere('f.interaction_id', [interactionId], organisationId, sight)).sort(byPlace);
  }

  /** Those of these ids that are there, in no order, for whoever may see all of them. */
  async findingsById(organisationId: string, ids: readonly string[]): Promise<FindingView[]> {
    return this.viewsOf(await this.select(organisationId, 'SELECT * FROM finding WHERE organisation_id = $1 AND finding_id = ANY($2::uuid[])', [organisationId, ids]), null);
  }

  private async seenWhere(column: string, ids: readonly string[], organisationId: string, sight: Sight): Promise<FindingView[]> {
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const where = new Conditions();
    const organisation = where.bind(organisationId);
    findingSeen(where.also(`f.organisation_id = ${organisation} AND ${column} = ANY (${where.bind(ids)}::uuid[])`), organisation, refs);
    return this.viewsOf(await this.select(organisationId, `SELECT f.* FROM finding AS f WHERE ${where.clause()}`, where.values), refs);
  }

  private select(organisationId: string, findings: string, values: readonly unknown[]): Promise<FindingRow[]> {
    return sqlOn(this.dataSource, organisationId)<FindingRow>(
      `SELECT f.*, i.rulebook_name, i.rulebook_version, i.rulebook_hash, i.words_gone_on::text AS words_gone_day, i.words_gone_after,
         who.ref AS person_ref, who.name AS person_name, who.team_ref, who.team_name, other.ref AS against_ref, other.name AS against_name,
         r.verdict, r.reason, r.note, r.reviewed_by, r.reviewed_at, h.added_by, h.added_at, h.note AS hand_note, to_jsonb(c) AS comment, to_jsonb(d) AS dispute
       FROM (${findings}) AS f
       JOIN interaction AS i ON i.organisation_id = f.organisation_id AND i.interaction_id = f.interaction_id
       ${agentBehind('who', 'f.organisation_id', 'f.agent_ref')}
       ${agentBehind('other', 'f.organisation_id', `(f.against->>'agentRef')`)}
       LEFT JOIN review AS r ON r.organisation_id = f.organisation_id AND r.finding_id = f.finding_id
       LEFT JOIN hand_finding AS h ON f.by_hand AND h.organisation_id = f.organisation_id AND h.finding_id = f.finding_id
       LEFT JOIN finding_comment AS c ON c.organisation_id = f.organisation_id AND c.finding_id = f.finding_id
       LEFT JOIN dispute AS d ON d.organisation_id = f.organisation_id AND d.finding_id = f.finding_id
       ORDER BY f.started_at DESC, f.finding_id DESC`,
      values,
    );
  }

  private async viewsOf(rows: readonly FindingRow[], refs: SeenRefs): Promise<FindingView[]> {
    const commitments = new Map<string, RulebookDescription['commitments']>();
    for (const { organisation_id, rulebook_hash } of rows) {
      if (commitments.has(rulebook_hash)) continue;
      commitments.set(rulebook_hash, (await this.rulebooks.readVersion(organisation_id, rulebook_hash))?.commitments ?? {});
    }
    const organisationId = rows[0]?.organisation_id ?? '';
    const names = await accountNames(sqlOn(this.dataSource, organisationId), organisationId, rows.flatMap(peopleIn));
    return rows.map((row) => viewOf(row, commitments.get(row.rulebook_hash)?.[row.commitment] ?? null, refs, names));
  }
}

/** Everybody whose word stands on a finding. */
const peopleIn = ({ reviewed_by, added_by, comment, dispute }: FindingRow): string[] =>
  [reviewed_by, added_by, comment?.written_by, dispute?.disputed_by, dispute?.judged_by, dispute?.resolved_by].flatMap((id) => id ?? []);

const viewOf = (row: FindingRow, commitment: string | null, refs: SeenRefs, names: ReadonlyMap<string, string>): FindingView => ({
  id: row.finding_id,
  interactionId: row.interaction_id,
  revision: Number(row.revision),
  channel: row.channel,
  startedAt: row.started_at.toISOString(),
  agent: row.person_ref === null ? null : { ref: row.person_ref, name: row.person_name },
  team: row.team_ref === null ? null : { ref: row.team_ref, name: row.team_name },
  ruleId: row.rule_id,
  rulebook: { name: row.rulebook_name, version: row.rulebook_version, hash: row.rulebook_hash },
  polarity: row.polarity,
  severity: row.severity,
  commitment: { id: row.commitment, text: commitment },
  status: row.status,
  review: isReviewed(row) ? reviewOf(row) : null,
  byHand: row.added_by === null ? null : { by: row.added_by, at: row.added_at!.toISOString(), note: row.hand_note },
  comment: row.comment === null ? null : commentOf(row.comment),
  dispute: row.dispute === null ? null : disputeOf(row.dispute),
  evidence: row.evidence,
  against: row.against === null ? null : namedWhereSeen({ ...row.against, agent: row.against_ref === null ? null : { ref: row.against_ref, name: row.against_name } }, refs),
  explanation: row.explanation,
  instead: row.instead,
  confidence: row.confidence,
  wordsGone: wordsGoneOf(row),
  names: namesAmong(names, peopleIn(row)),
});

const isReviewed = (row: FindingRow): row is FindingRow & ReviewRow => row.verdict !== null;

function byPlace(a: FindingView, b: FindingView): number {
  const [one, two] = [a.evidence[0], b.evidence[0]];
  if (one === undefined || two === undefined) return 0;
  return one.turn - two.turn || one.start - two.start || (a.ruleId < b.ruleId ? -1 : 1);
}
