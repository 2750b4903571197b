import type { Channel, FindingStatus, Named, QueueItem, WaitingFinding } from '#domain';
import { accountNames, namesAmong } from '../accounts/account-names.js';
import type { Sql } from '../database/sql.js';
import { agentBehind } from '../directory/resolve.js';

interface ItemRow {
  readonly interaction_id: string;
  readonly channel: Channel;
  readonly started_at: Date;
  readonly subject: string | null;
  readonly agents: Named[];
  readonly waiting: WaitingFinding[];
  readonly held_by: string | null;
  readonly held_until: Date | null;
  readonly assigned_to: string | null;
  readonly due_on: string | null;
  readonly assigned_by: string | null;
  readonly assigned_at: Date | null;
  readonly position: number | null;
  readonly completed_by: string | null;
  readonly completed_at: Date | null;
}

/**
 * The items of a page, in its order. `page` is a SELECT of interaction_id, started_at, position, completed_by and completed_at, the last three null outside of samples;
 * $1 is the organisation. `waiting`: the status of the findings to be shown. Everything else is looked up for these rows only.
 */
export async function readItems(sql: Sql, page: string, values: readonly unknown[], waiting: FindingStatus = 'detected'): Promise<QueueItem[]> {
  const rows = await sql<ItemRow>(
    `SELECT p.*, i.channel, i.subject, t.assigned_to, t.due_on::text AS due_on, t.assigned_by, t.assigned_at,
       CASE WHEN t.held_until > clock_timestamp() THEN t.held_by END AS held_by, t.held_until,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', a.ref, 'name', a.name) ORDER BY a.ref), '[]')
          FROM (SELECT DISTINCT a.ref, a.name FROM interaction_agent AS m ${agentBehind('a', 'm.organisation_id', 'm.agent_ref')}
                WHERE m.organisation_id = $1 AND m.interaction_id = p.interaction_id) AS a) AS agents,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.finding_id, 'ruleId', f.rule_id, 'polarity', f.polarity, 'severity', f.severity,
            'quote', f.evidence->0->>'quote') ORDER BY (f.evidence->0->>'turn')::int, (f.evidence->0->>'start')::int, f.rule_id), '[]')
          FROM finding AS f WHERE f.organisation_id = $1 AND f.interaction_id = p.interaction_id AND f.status = '${waiting}') AS waiting
     FROM (${page}) AS p
     JOIN interaction AS i ON i.organisation_id = $1 AND i.interaction_id = p.interaction_id
     LEFT JOIN review_task AS t ON t.organisation_id = $1 AND t.interaction_id = p.interaction_id
     ORDER BY p.position NULLS LAST, p.started_at, p.interaction_id`,
    values,
  );
  const names = await accountNames(sql, String(values[0]), rows.flatMap(peopleIn));
  return rows.map((row) => itemOf(row, names));
}

const peopleIn = ({ held_by, assigned_to, assigned_by, completed_by }: ItemRow): string[] => [held_by, assigned_to, assigned_by, completed_by].flatMap((id) => id ?? []);

const itemOf = (row: ItemRow, names: ReadonlyMap<string, string>): QueueItem => ({
  interactionId: row.interaction_id,
  channel: row.channel,
  startedAt: row.started_at.toISOString(),
  subject: row.subject,
  agents: row.agents,
  waiting: row.waiting,
  hold: row.held_by === null ? null : { by: row.held_by, until: row.held_until!.toISOString() },
  assignment: row.assigned_to === null ? null : { to: row.assigned_to, dueOn: row.due_on, by: row.assigned_by!, at: row.assigned_at!.toISOString() },
  sampled:
    row.position === null
      ? null
      : { position: row.position, completed: row.completed_by === null ? null : { by: row.completed_by, at: row.completed_at!.toISOString() } },
  names: namesAmong(names, peopleIn(row)),
});
