import type { Named, Page, PageRequest, Pledge, PledgeFilter, PledgeView, SettledBy, SettlementStatus, Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../../database/sql.js';
import { agentBehind, customerBehind } from '../../directory/resolve.js';
import { Conditions } from '../../read/conditions.js';
import { encodeCursor } from '../../read/cursor.js';
import { agentSeen, type SeenRefs, seenRefs, spokeIn } from '../../sight/sight.js';
import { historyConditions } from './history-conditions.js';

interface PledgeRow {
  pledge_id: string;
  said_at: Date;
  due_at: Date | null;
  status: SettlementStatus;
  settled_at: Date | null;
  body: Pledge;
  agent: Named | null;
  customer: Named | null;
  fact_source: string | null;
  words: string | null;
  said: boolean;
  settled_in: string | null;
  contradicted: boolean;
}

@Injectable()
export class PledgeReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page of pledges, the latest given first.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listPledges(organisationId: string, filter: PledgeFilter, page: PageRequest, sight: Sight = 'all'): Promise<Page<PledgeView>> {
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const where = await historyConditions(sqlOn(this.dataSource, organisationId), organisationId, filter, 'pledge_id', page.cursor, refs);
    where.when(filter.status, (status) => `x.status = ${status}`).when(filter.act, (act) => `x.act = ${act}`);
    const rows = await this.select(
      organisationId,
      `SELECT x.* FROM pledge AS x WHERE ${where.clause()} ORDER BY x.said_at DESC, x.pledge_id DESC LIMIT ${where.bind(page.limit + 1)}`,
      where.values,
      refs,
    );
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return { items: shown.map(viewOf), next: rows.length > page.limit && last !== undefined ? encodeCursor({ startedAt: last.said_at.toISOString(), id: last.pledge_id }) : null };
  }

  /** All pledges given in some interactions, in the order of their words. */
  async pledgesIn(organisationId: string, interactionIds: readonly string[], refs: SeenRefs): Promise<PledgeView[]> {
    const where = new Conditions();
    where.values.push(organisationId, interactionIds);
    agentSeen(where.also('x.organisation_id = $1 AND x.interaction_id = ANY($2::uuid[])'), 'x.agent_ref', refs);
    const rows = await this.select(organisationId, `SELECT x.* FROM pledge AS x WHERE ${where.clause()}`, where.values, refs);
    return rows.map(viewOf).sort((a, b) => a.evidence.turn - b.evidence.turn || a.evidence.start - b.evidence.start);
  }

  /** What became of the pledges given to a customer under any of these keys. */
  async countByStatus(organisationId: string, customerKeys: readonly string[], refs: SeenRefs): Promise<Record<SettlementStatus, number>> {
    const rows = await sqlOn(this.dataSource, organisationId)<{ status: SettlementStatus; count: number }>(
      'SELECT status, count(*)::int AS count FROM pledge WHERE organisation_id = $1 AND customer_key = ANY($2) AND ($3::text[] IS NULL OR agent_ref = ANY($3)) GROUP BY status',
      [organisationId, customerKeys, refs],
    );
    const counts = { open: 0, kept: 0, 'kept-late': 0, unheard: 0, broken: 0, released: 0 };
    for (const { status, count } of rows) counts[status] = count;
    return counts;
  }

  /** Words by which others settled a pledge are told where they are somebody's who is seen, or the customer's in an interaction that is. */
  private select(organisationId: string, pledges: string, values: readonly unknown[], refs: SeenRefs): Promise<PledgeRow[]> {
    const heard = refs === null ? '' : `AND (t.body->>'agentRef' = ANY ($${values.length + 1}::text[]) OR (t.body->>'agentRef' IS NULL AND ${spokeIn('p.organisation_id', 't.interaction_id', `$${values.length + 1}`)}))`;
    return sqlOn(this.dataSource, organisationId)<PledgeRow>(
      `SELECT p.*, s.body,
         CASE WHEN who.ref IS NULL THEN NULL ELSE jsonb_build_object('ref', who.ref, 'name', who.name) END AS agent,
         CASE WHEN cu.ref IS NULL THEN NULL ELSE jsonb_build_object('ref', cu.ref, 'name', cu.name) END AS customer,
         f.source AS fact_source, CASE WHEN true ${heard} THEN t.body->'evidence'->>'quote' END AS words, t.statement_id IS NOT NULL AS said, coalesce(t.interaction_id, o.interaction_id) AS settled_in,
         EXISTS (SELECT 1 FROM contradiction AS k WHERE k.organisation_id = p.organisation_id AND k.earlier_id = p.pledge_id)
           OR EXISTS (SELECT 1 FROM contradiction AS k WHERE k.organisation_id = p.organisation_id AND k.later_id = p.pledge_id) AS contradicted
       FROM (${pledges}) AS p
       JOIN statement AS s ON s.organisation_id = p.organisation_id AND s.statement_id = p.pledge_id
       JOIN interaction AS i ON i.organisation_id = p.organisation_id AND i.interaction_id = p.interaction_id
       ${agentBehind('who', 'p.organisation_id', 'p.agent_ref')}
       ${customerBehind('cu', 'p.organisation_id', 'i.customer_ref')}
       LEFT JOIN reported_fact AS f ON f.organisation_id = p.organisation_id AND f.fact_id = p.settled_by
       LEFT JOIN statement AS t ON t.organisation_id = p.organisation_id AND t.statement_id = p.settled_by
       LEFT JOIN interaction AS o ON o.organisation_id = p.organisation_id AND o.interaction_id = p.settled_by
       ORDER BY p.said_at DESC, p.pledge_id DESC`,
      refs === null ? values : [...values, refs],
    );
  }
}

const viewOf = ({ body, ...row }: PledgeRow): PledgeView => ({
  id: row.pledge_id,
  interactionId: body.interactionId,
  channel: body.channel,
  at: row.said_at.toISOString(),
  agent: row.agent,
  customer: row.customer,
  caseRef: body.caseRef ?? null,
  act: body.act,
  object: body.object,
  amount: body.amount,
  quantity: body.quantity,
  evidence: body.evidence,
  deadline: body.deadline === null ? null : { quote: body.deadline.words.quote, by: body.deadline.by?.local ?? null, dueAt: row.due_at?.toISOString() ?? null },
  condition: body.condition?.quote ?? null,
  status: row.status,
  settledAt: row.settled_at?.toISOString() ?? null,
  settledBy: settledBy(row),
  contradicted: row.contradicted,
});

function settledBy({ fact_source, words, said, settled_in }: Omit<PledgeRow, 'body'>): SettledBy | null {
  if (fact_source !== null) return { kind: 'fact', interactionId: null, quote: fact_source };
  if (settled_in === null) return null;
  return { kind: said ? 'words' : 'contact', interactionId: settled_in, quote: words };
}
