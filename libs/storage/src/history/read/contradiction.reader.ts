import type { ContradictionFilter, ContradictionKind, ContradictionView, CounterExtract, Named, Page, PageRequest, Sight, Statement } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../../database/sql.js';
import { agentBehind, customerBehind } from '../../directory/resolve.js';
import { Conditions } from '../../read/conditions.js';
import { encodeCursor } from '../../read/cursor.js';
import { agentSeen, namedWhereSeen, type SeenRefs, seenRefs } from '../../sight/sight.js';
import { historyConditions } from './history-conditions.js';

interface ContradictionRow {
  contradiction_id: string;
  said_at: Date;
  kind: ContradictionKind;
  detail: string;
  earlier: Statement;
  later: Statement;
  customer: Named | null;
  earlier_agent: Named | null;
  later_agent: Named | null;
}

@Injectable()
export class ContradictionReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page of contradictions, the latest first. `agent` and `channel` are those of the later statement.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listContradictions(organisationId: string, filter: ContradictionFilter, page: PageRequest, sight: Sight = 'all'): Promise<Page<ContradictionView>> {
    const refs = await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight);
    const where = await historyConditions(sqlOn(this.dataSource, organisationId), organisationId, filter, 'contradiction_id', page.cursor, refs);
    where.when(filter.kind, (kind) => `x.kind = ${kind}`);
    const rows = await this.select(
      organisationId,
      `SELECT x.* FROM contradiction AS x WHERE ${where.clause()} ORDER BY x.said_at DESC, x.contradiction_id DESC LIMIT ${where.bind(page.limit + 1)}`,
      where.values,
    );
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => viewOf(row, refs)),
      next: rows.length > page.limit && last !== undefined ? encodeCursor({ startedAt: last.said_at.toISOString(), id: last.contradiction_id }) : null,
    };
  }

  /** All whose later side was said in one of these interactions. */
  async contradictionsIn(organisationId: string, interactionIds: readonly string[], refs: SeenRefs): Promise<ContradictionView[]> {
    const where = new Conditions();
    where.values.push(organisationId, interactionIds);
    agentSeen(where.also('k.organisation_id = $1 AND s.interaction_id = ANY($2::uuid[])'), 'k.agent_ref', refs);
    const rows = await this.select(
      organisationId,
      `SELECT k.* FROM contradiction AS k JOIN statement AS s ON s.organisation_id = k.organisation_id AND s.statement_id = k.later_id
       WHERE ${where.clause()}`,
      where.values,
    );
    return rows.map((row) => viewOf(row, refs));
  }

  /** How many there are for a customer under any of these keys. */
  async count(organisationId: string, customerKeys: readonly string[], refs: SeenRefs): Promise<number> {
    const [row] = await sqlOn(this.dataSource, organisationId)<{ count: number }>('SELECT count(*)::int AS count FROM contradiction WHERE organisation_id = $1 AND customer_key = ANY($2) AND ($3::text[] IS NULL OR agent_ref = ANY($3))', [
      organisationId,
      customerKeys,
      refs,
    ]);
    return row!.count;
  }

  private select(organisationId: string, contradictions: string, values: readonly unknown[]): Promise<ContradictionRow[]> {
    return sqlOn(this.dataSource, organisationId)<ContradictionRow>(
      `SELECT k.*, a.body AS earlier, b.body AS later,
         CASE WHEN cu.ref IS NULL THEN NULL ELSE jsonb_build_object('ref', cu.ref, 'name', cu.name) END AS customer,
         CASE WHEN wa.ref IS NULL THEN NULL ELSE jsonb_build_object('ref', wa.ref, 'name', wa.name) END AS earlier_agent,
         CASE WHEN wb.ref IS NULL THEN NULL ELSE jsonb_build_object('ref', wb.ref, 'name', wb.name) END AS later_agent
       FROM (${contradictions}) AS k
       JOIN statement AS a ON a.organisation_id = k.organisation_id AND a.statement_id = k.earlier_id
       JOIN statement AS b ON b.organisation_id = k.organisation_id AND b.statement_id = k.later_id
       JOIN interaction AS i ON i.organisation_id = b.organisation_id AND i.interaction_id = b.interaction_id
       ${customerBehind('cu', 'k.organisation_id', 'i.customer_ref')}
       ${agentBehind('wa', 'k.organisation_id', `(a.body->>'agentRef')`)}
       ${agentBehind('wb', 'k.organisation_id', `(b.body->>'agentRef')`)}
       ORDER BY k.said_at DESC, k.contradiction_id DESC`,
      values,
    );
  }
}

/** What stands against somebody's words is part of the matter, whoever said it; who said it is told where that is somebody seen. */
const viewOf = ({ contradiction_id, kind, detail, customer, earlier, later, earlier_agent, later_agent }: ContradictionRow, refs: SeenRefs): ContradictionView => ({
  id: contradiction_id,
  kind,
  detail,
  customer,
  earlier: namedWhereSeen(extractOf(earlier, earlier_agent), refs),
  later: namedWhereSeen(extractOf(later, later_agent), refs),
});

const extractOf = ({ interactionId, channel, at, agentRef, evidence }: Statement, agent: Named | null): CounterExtract => ({
  interactionId,
  channel,
  at,
  ...(agentRef === undefined ? {} : { agentRef }),
  agent,
  evidence: [evidence],
});
