import { DELIVERY_FAILURES, DELIVERY_STATES, FINDING_EVENTS, TEST_EVENT, type Webhook, WEBHOOK_STATES, type WebhookDelivery } from '#domain';
import { z } from 'zod';
import { instant } from '../read-models/named.schema.js';
import { oneLine } from '../read-models/text.schema.js';

const eventType = z.enum(FINDING_EVENTS);

export const webhookName = oneLine(120);
/** What else an address must be is checked with where it leads. */
export const webhookUrl = z.string().min(1).max(2_000).describe('`https://…`, à une adresse publique · at a public address');
export const webhookTypes = z.array(eventType).max(FINDING_EVENTS.length).describe('Événements envoyés ; vide : tous · Events that are sent; empty: all');

export const webhook = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    types: z.array(eventType),
    state: z.enum(WEBHOOK_STATES).describe('`stopped` : son adresse ne prend plus rien ; `active` la reprend où elle en était · its address takes nothing; `active` goes on where it was'),
    stopped: z.enum(['gone', 'failed']).nullable().describe('`gone` : 410 · `failed` : toutes les tentatives ont échoué · every attempt failed'),
    waiting: z.int().describe('Envois en attente · Deliveries on their way'),
    createdAt: instant,
    createdBy: z.string(),
    previousSecretUntil: instant.nullable().describe('Jusque-là l’ancien secret signe aussi · Until then the former secret signs too'),
    version: z.int(),
  })
  .meta({ id: 'Webhook' }) satisfies z.ZodType<Webhook>;

export const secret = z.string().describe('Montré cette seule fois · Shown this once');

export const delivery = z
  .strictObject({
    id: z.uuid().describe('`webhook-id`, le même à chaque tentative · the same for every attempt'),
    type: z.enum([...FINDING_EVENTS, TEST_EVENT]),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    createdAt: instant,
    nextAttemptAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    lastStatus: z.int().nullable().describe('Statut HTTP de la dernière réponse · HTTP status of the last answer'),
    lastFailure: z
      .enum(DELIVERY_FAILURES)
      .nullable()
      .describe('`status` : réponse hors 2xx · `timeout` · `refused` : adresse interdite, address not allowed · `connection` · `redirect` : non suivie, not followed'),
  })
  .meta({ id: 'WebhookDelivery' }) satisfies z.ZodType<WebhookDelivery>;

export const exampleWebhook: Webhook = {
  id: '0d4a7a52-51b1-5a7e-8f3a-3f6f1f0f9a61',
  name: 'Entrepôt de données',
  url: 'https://entrepot.maison.example/diapason',
  types: ['finding.reviewed'],
  state: 'active',
  stopped: null,
  waiting: 0,
  createdAt: '2026-09-14T09:12:00.000Z',
  createdBy: '5b0f2a0e-6c1d-4f2b-9a3e-7d8c9b0a1f2e',
  previousSecretUntil: null,
  version: 1,
};

export const exampleDelivery: WebhookDelivery = {
  id: 'a3b1c2d4-5e6f-5a7b-8c9d-0e1f2a3b4c5d',
  type: 'finding.reviewed',
  state: 'waiting',
  attempts: 2,
  createdAt: '2026-09-14T09:12:31.402Z',
  nextAttemptAt: '2026-09-14T09:17:37.000Z',
  deliveredAt: null,
  lastStatus: 503,
  lastFailure: 'status',
};
