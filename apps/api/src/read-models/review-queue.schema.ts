import { type CappedCount, COUNTED_AT_MOST, QUEUES, type QueueItem, type QueueSummary } from '#domain';
import { z } from 'zod';
import { channel, instant, named, names, pageOf, polarity, severity } from './named.schema.js';

const reviewer = z.string().describe('Qui relit, comme au journal · Who reviews, as in the journal');
const day = z.iso.date();

export const queueName = z.enum(QUEUES).meta({
  id: 'QueueName',
  description:
    '`new` : jamais vus · never seen ; `uncertain` : transcription peu sûre (confiance < 0,8), ou règle en observation · unsure transcription, or rule under observation ; `disputed` : contestés · disputed',
});

/** A queue of findings by its name, or a sample by its id. */
export const queueKey = z.union([queueName, z.uuid()]).describe('`new`, `uncertain`, `disputed`, ou l’identifiant d’un échantillon · or the id of a sample');

const cappedCount = z
  .strictObject({ count: z.int().min(0).max(COUNTED_AT_MOST), more: z.boolean().describe('Il y en a plus : le compte s’arrête là · There are more: counting stops there') })
  .meta({ id: 'CappedCount' }) satisfies z.ZodType<CappedCount>;

const hold = z.strictObject({ by: reviewer, until: instant }).meta({ id: 'ReviewHold' });
const assignment = z.strictObject({ to: reviewer, dueOn: day.nullable(), by: z.string(), at: instant }).meta({ id: 'ReviewAssignment' });

export const queueItem = z
  .strictObject({
    interactionId: z.uuid(),
    channel,
    startedAt: instant,
    subject: z.string().nullable(),
    agents: z.array(named),
    waiting: z
      .array(z.strictObject({ id: z.uuid(), ruleId: z.string(), polarity, severity, quote: z.string() }).meta({ id: 'WaitingFinding' }))
      .describe('Constats que personne n’a jugés · Findings nobody has judged'),
    hold: hold.nullable().describe('Qui relit en ce moment, et jusqu’à quand · Who is reviewing now, and until when'),
    assignment: assignment.nullable(),
    sampled: z
      .strictObject({
        position: z.int().min(0),
        completed: z.strictObject({ by: z.string(), at: instant }).nullable().describe('Tout y est jugé ou ajouté, dans la révision présente · Everything is judged or added, in the present revision'),
      })
      .nullable()
      .describe('Dans un échantillon · In a sample'),
    names,
  })
  .meta({ id: 'QueueItem' }) satisfies z.ZodType<QueueItem>;

export const queueItemPage = pageOf('QueueItemPage', queueItem);

export const queueSummary = z
  .strictObject({
    queue: queueName,
    interactions: cappedCount,
    oldest: instant.nullable(),
    mine: cappedCount.describe('Confiés à qui demande · Assigned to whoever asks'),
    due: day.nullable().describe('Première échéance de ceux-là · First due date of those'),
  })
  .meta({ id: 'QueueSummary' }) satisfies z.ZodType<QueueSummary>;

export const queueList = z.strictObject({ queues: z.array(queueSummary) }).meta({ id: 'QueueList' });

export const claimed = z.strictObject({ item: queueItem.nullable().describe('Nul : plus rien à prendre · Null: nothing left to take') }).meta({ id: 'Claimed' });

export const exampleQueueItem: QueueItem = {
  interactionId: '0c6d5f2e-3c1a-5b7e-9d41-8f2a6b0c1d2e',
  channel: 'email',
  startedAt: '2026-09-14T09:12:00.000Z',
  subject: 'Commande 2041',
  agents: [{ ref: 'agent-07', name: 'Camille Roux' }],
  waiting: [{ id: '6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f', ruleId: 'refus.impossible', polarity: 'violation', severity: 'major', quote: 'c’est impossible' }],
  hold: { by: 'local', until: '2026-09-14T10:30:00.000Z' },
  assignment: null,
  sampled: null,
  names: {},
};

export const exampleQueues = {
  queues: [{ queue: 'new' as const, interactions: { count: 214, more: false }, oldest: '2026-09-01T08:02:00.000Z', mine: { count: 3, more: false }, due: '2026-09-20' }],
};
