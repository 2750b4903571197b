import type { Sql } from '../database/sql.js';
import { Conditions } from '../read/conditions.js';
import { isSameIn, ownRefs } from '../reviews/own-work.js';
import { interactionSeen } from '../sight/sight.js';
import { IS_COMPLETED, refsIn } from './queue-conditions.js';
import { whatWaits } from './queue.reader.js';
import type { TakeRequest } from './queue.repository.js';

/** Whether an interaction is still to be reviewed in a queue. */
export async function stillOpen(sql: Sql, request: TakeRequest, interactionId: string): Promise<boolean> {
  return (await first(sql, request, (where, id) => where.when(interactionId, (value) => `${id} = ${value}::uuid`), { looking: true })) !== null;
}

/**
 * The interaction to take next: one assigned to whoever asks, the first due first; then whatever is assigned to nobody, from where the one passed on stood, then
 * from the beginning. What somebody else holds is left out, and what somebody else is about to take is skipped.
 */
export async function nextInQueue(sql: Sql, request: TakeRequest): Promise<string | null> {
  const { by, after } = request;
  const free = (where: Conditions, id: string): Conditions =>
    where
      .when(after, (passed) => `${id} <> ${passed}::uuid`)
      .when(by, (me) => `(t.held_by IS NULL OR t.held_by = ${me} OR t.held_until <= clock_timestamp())`);
  const mine = await first(sql, request, (where, id) => free(where, id).when(by, (me) => `t.assigned_to = ${me}`), { assigned: true });
  if (mine !== null) return mine;
  const others = (where: Conditions, id: string): Conditions => free(where, id).also('t.assigned_to IS NULL');
  const onward = after === undefined ? null : await first(sql, request, others, { beyond: after });
  return onward ?? first(sql, request, others);
}

interface Where {
  /** Those assigned to somebody, the first due first. */
  readonly assigned?: true;
  /** After this interaction's place only. */
  readonly beyond?: string;
  /** Only looks: a judgement that is being written does not hide the interaction. */
  readonly looking?: true;
}

async function first(sql: Sql, request: TakeRequest, narrow: (where: Conditions, id: string) => Conditions, { assigned, beyond, looking }: Where = {}): Promise<string | null> {
  const { organisationId, queue, rule, teams } = request;
  const refs = await refsIn(sql, organisationId, teams);
  // Nobody is given his or her own words to judge.
  const own = await ownRefs(sql, organisationId, request.by);
  const lock = looking ? '' : 'FOR UPDATE OF i SKIP LOCKED';
  const due = assigned ? 't.due_on NULLS LAST, ' : '';
  // One assigned to me is found from the few assigned to me; the rest in the order of its index.
  const task = (id: string): string => `${assigned ? '' : 'LEFT '}JOIN review_task AS t ON t.organisation_id = $1 AND t.interaction_id = ${id}`;
  if (typeof queue === 'string') {
    const open = whatWaits(organisationId, queue, refs).when(rule, (id) => `f.rule_id = ${id}`);
    // Nobody is given a dispute about his or her own judgement, with an own key either.
    if (queue === 'disputed') open.when(request.by, (me) => `NOT EXISTS (SELECT FROM dispute AS d WHERE d.organisation_id = $1 AND d.finding_id = f.finding_id AND (${isSameIn('$1', 'd.judged_by', `${me}::text`)} OR d.disputed_by = ${me}))`);
    if (own.length > 0) open.also(`coalesce(f.agent_ref <> ALL (${open.bind(own)}::text[]), true)`);
    const where = narrow(open, 'f.interaction_id').when(
      beyond,
      (id) => `(f.started_at, f.interaction_id) > (SELECT b.started_at, b.interaction_id FROM interaction AS b WHERE b.organisation_id = $1 AND b.interaction_id = ${id}::uuid)`,
    );
    return idOf(
      await sql(
        `SELECT i.interaction_id FROM finding AS f ${task('f.interaction_id')}
         JOIN interaction AS i ON i.organisation_id = $1 AND i.interaction_id = f.interaction_id
         WHERE ${where.clause()} ORDER BY ${due}f.started_at, f.interaction_id LIMIT 1 ${lock}`,
        where.values,
      ),
    );
  }
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  where.also(`x.organisation_id = ${organisation} AND i.words_gone_on IS NULL AND NOT ${IS_COMPLETED}`).when(queue.sample, (id) => `x.sample_id = ${id}::uuid`);
  if (own.length > 0) where.also(`NOT EXISTS (SELECT FROM interaction_agent AS mine WHERE mine.organisation_id = ${organisation} AND mine.interaction_id = x.interaction_id AND mine.agent_ref = ANY (${where.bind(own)}::text[]))`);
  narrow(interactionSeen(where, organisation, 'x.interaction_id', refs), 'x.interaction_id').when(
    beyond,
    (id) => `x.position > (SELECT b.position FROM sample_item AS b WHERE b.organisation_id = x.organisation_id AND b.sample_id = x.sample_id AND b.interaction_id = ${id}::uuid)`,
  );
  return idOf(
    await sql(
      `SELECT i.interaction_id FROM sample_item AS x ${task('x.interaction_id')}
       JOIN sample AS s ON s.organisation_id = x.organisation_id AND s.sample_id = x.sample_id
       JOIN interaction AS i ON i.organisation_id = x.organisation_id AND i.interaction_id = x.interaction_id
       WHERE ${where.clause()} ORDER BY ${due}x.position LIMIT 1 ${lock}`,
      where.values,
    ),
  );
}

const idOf = (rows: readonly { readonly interaction_id: string }[]): string | null => rows[0]?.interaction_id ?? null;
