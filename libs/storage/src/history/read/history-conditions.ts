import type { HistoryFilter } from '#domain';
import type { Sql } from '../../database/sql.js';
import { refsOf } from '../../directory/resolve.js';
import { Conditions } from '../../read/conditions.js';
import { agentSeen, type SeenRefs } from '../../sight/sight.js';
import { decodeCursor } from '../../read/cursor.js';

/**
 * Conditions on `x.said_at`, `x.agent_ref`, `x.channel` and `x.customer_key`, bound in a WHERE clause of which $1 is the organisation.
 * @throws InvalidCursorError for a cursor that is not of this list
 */
export async function historyConditions(sql: Sql, organisationId: string, filter: HistoryFilter, id: string, cursor: string | undefined, refs: SeenRefs): Promise<Conditions> {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  const midnight = (day: string): string => `(${day}::date)::timestamp AT TIME ZONE (SELECT time_zone FROM organisation WHERE organisation_id = ${organisation})`;
  agentSeen(where, 'x.agent_ref', refs)
    .also(`x.organisation_id = ${organisation}`)
    .when(filter.from, (day) => `x.said_at >= ${midnight(day)}`)
    .when(filter.to, (day) => `x.said_at < ${midnight(`(${day}::date + 1)`)}`)
    .when(filter.channel, (channel) => `x.channel = ${channel}`)
    .oneOf('x.agent_ref', filter.agent === undefined ? undefined : await refsOf(sql, organisationId, 'agent', filter.agent))
    .oneOf('x.customer_key', filter.customer === undefined ? undefined : await refsOf(sql, organisationId, 'customer', filter.customer));
  if (cursor === undefined) return where;
  const { startedAt, id: last } = decodeCursor(cursor);
  return where.when(startedAt, (at) => `(x.said_at, x.${id}) < (${at}::timestamptz, ${where.bind(last)}::uuid)`);
}
