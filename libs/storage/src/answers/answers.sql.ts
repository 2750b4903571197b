import { ANSWER_TOPICS, FACT_TOPICS, readSlots, type Answer, type AnswerTopic, type Channel, type Claim, type DayLoad, type DelayReader, type PeriodFilter, type Pledge, type Refusal, type SlotSaid } from '#domain';
import type { Sql } from '../database/sql.js';
import { behind } from '../directory/resolve.js';
import { Conditions, inPeriod } from '../read/conditions.js';

/** One question: what customers came for, and what they were answered about. */
export interface Question {
  readonly reason: string | null;
  readonly topic: AnswerTopic;
}

/** Who answered a question how often on which day. */
export interface AnswerLoad extends DayLoad, Question {
  readonly channel: Channel;
}

interface AnswerRow extends Question {
  readonly interaction_id: string;
  readonly agent: string;
  readonly channel: Channel;
  readonly day: string;
  readonly body: Pledge | Refusal | Claim;
}

const ACTS = ANSWER_TOPICS.filter((topic) => !FACT_TOPICS.some((fact) => fact === topic));
const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Null for statements that answer no question that is compared. */
const TOPIC = `CASE s.body->>'kind'
  WHEN 'claim' THEN CASE WHEN s.body->>'question' IN (${quoted(FACT_TOPICS)}) THEN s.body->>'question' END
  WHEN 'pledge' THEN CASE WHEN s.body->>'act' IN (${quoted(ACTS)}) THEN s.body->>'act' END
  WHEN 'refusal' THEN CASE WHEN s.body->>'act' IN (${quoted(ACTS)}) THEN s.body->>'act' END
END`;

/** Statements of named agents with the day, channel and contact reason of their interaction. */
function said(where: Conditions, organisation: string): string {
  const speaker = behind('speaker', 'agent', organisation, "s.body->>'agentRef'");
  return `SELECT i.interaction_id, ${speaker.person} AS agent, i.channel, i.day::text AS day, coalesce(i.contact_reason, i.queue) AS reason, ${TOPIC} AS topic, s.body, s.said_at, s.statement_id
    FROM interaction AS i JOIN statement AS s ON s.organisation_id = i.organisation_id AND s.interaction_id = i.interaction_id ${speaker.join}
    WHERE ${where.clause()} AND s.body->>'agentRef' IS NOT NULL`;
}

/** Every answer of a period: of each agent, interaction and topic one, of several words on one slot the last. In a fixed order. */
export async function readAnswers(sql: Sql, organisationId: string, period: PeriodFilter, readDelay: DelayReader): Promise<Answer[]> {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  inPeriod(where.also(`i.organisation_id = ${organisation}`), period, 'i');
  const rows = await sql<AnswerRow>(
    `SELECT x.* FROM (${said(where, organisation)}) AS x WHERE x.topic IS NOT NULL
     ORDER BY x.said_at, x.interaction_id, (x.body->'evidence'->>'turn')::int, (x.body->'evidence'->>'start')::int, x.statement_id`,
    where.values,
  );
  const answers = new Map<string, Omit<Answer, 'said'> & { readonly slots: Map<string, SlotSaid> }>();
  for (const { interaction_id: interactionId, agent, channel, day, reason, topic, body } of rows) {
    const key = JSON.stringify([interactionId, agent, topic]);
    const answer = answers.get(key) ?? { reason, topic, interactionId, agent, channel, day, slots: new Map() };
    answers.set(key, answer);
    for (const one of readSlots(body, day, readDelay)) answer.slots.set(one.slot, one);
  }
  return [...answers.values()].map(({ slots, ...answer }) => ({ ...answer, said: [...slots.values()] }));
}

/** Who answered what how often, of all days: where a period may be cut depends on them. */
export function readAnswerLoads(sql: Sql, organisationId: string): Promise<AnswerLoad[]> {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  where.also(`i.organisation_id = ${organisation}`);
  return sql<AnswerLoad>(
    `SELECT x.reason, x.topic, x.day, x.agent, x.channel, count(DISTINCT x.interaction_id)::int AS interactions
     FROM (${said(where, organisation)}) AS x WHERE x.topic IS NOT NULL GROUP BY x.reason, x.topic, x.day, x.agent, x.channel`,
    where.values,
  );
}
