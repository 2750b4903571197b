import { DEAD_LETTER_STATUSES, type DeadLetterDetail, type DeadLetterSummary, PARK_REASONS, type ShownBytes } from '#domain';
import { z } from 'zod';
import { instant } from './named.schema.js';

/** The id of a dead letter: a number in decimal. */
export const letterId = z.string().regex(/^[1-9]\d{0,17}$/);

export const letterStatus = z.enum(DEAD_LETTER_STATUSES).meta({
  id: 'DeadLetterStatus',
  description: '`waiting` : à traiter · `replayed` : renvoyé · `discarded` : écarté',
});

export const parkReason = z.enum(PARK_REASONS).meta({ id: 'ParkReason', description: 'Voir docs/dead-letters.md · See docs/dead-letters.md' });

const summaryFields = {
  id: letterId,
  status: letterStatus,
  reason: parkReason,
  detail: z.string().describe('Ce qui ne va pas, et où · What is wrong, and where'),
  source: z.string().nullable().describe('`source` de l’interaction, si elle se lit · of the interaction, as far as it can be read'),
  topic: z.string(),
  partition: z.int().min(0),
  offset: z.string().describe('Décimal · Decimal'),
  sentAt: instant,
  buriedAt: instant.describe('Mis de côté le · Set aside at'),
  bytes: z.int().min(0),
  settled: z
    .strictObject({
      at: instant,
      by: z.string(),
      note: z.string().nullable().describe('Raison, si écarté · Reason, when discarded'),
      interactionId: z.uuid().nullable().describe('Interaction renvoyée · The interaction that was sent again'),
    })
    .nullable(),
};

export const deadLetterSummary = z.strictObject(summaryFields).meta({ id: 'DeadLetterSummary' }) satisfies z.ZodType<DeadLetterSummary>;

const bytesFields = {
  base64: z.string().describe('Les octets exacts · The exact bytes'),
  text: z.string().nullable().describe('Les mêmes, si c’est de l’UTF-8 · The same, when they are UTF-8'),
};
const shownBytes = z.strictObject(bytesFields).meta({ id: 'ShownBytes' }) satisfies z.ZodType<ShownBytes>;

export const deadLetterDetail = z
  .strictObject({
    ...summaryFields,
    key: shownBytes.nullable(),
    value: shownBytes.nullable(),
    headers: z.array(z.strictObject({ name: z.string(), ...bytesFields })),
    replayOf: z.string().nullable().describe('Lettre dont celle-ci est le renvoi manqué · The letter that this one is a failed replay of'),
  })
  .meta({ id: 'DeadLetter' }) satisfies z.ZodType<DeadLetterDetail>;

const value = Buffer.from('{"source":"chatwoot","externalId":"1842","channel":"telex"}');

export const exampleLetter: DeadLetterSummary = {
  id: '42',
  status: 'waiting',
  reason: 'invalid_interaction',
  detail: '/channel : valeur inconnue ; permis : email, chat, phone',
  source: 'chatwoot',
  topic: 'diapason.interactions.v1',
  partition: 3,
  offset: '18223',
  sentAt: '2026-09-14T09:12:00.000Z',
  buriedAt: '2026-09-14T09:12:00.410Z',
  bytes: value.length,
  settled: null,
};

export const exampleReplayed: DeadLetterSummary = {
  ...exampleLetter,
  status: 'replayed',
  settled: { at: '2026-09-14T10:02:00.000Z', by: 'local', note: null, interactionId: '0c6d5f2e-3c1a-5b7e-9d41-8f2a6b0c1d2e' },
};

export const exampleWholeLetter: DeadLetterDetail = {
  ...exampleLetter,
  key: null,
  value: { base64: value.toString('base64'), text: value.toString() },
  headers: [{ name: 'content-type', base64: 'YXBwbGljYXRpb24vanNvbg==', text: 'application/json' }],
  replayOf: null,
};
