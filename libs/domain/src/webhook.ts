import type { FindingEvent, FindingEventType } from './finding-event.js';
import type { OrganisationSettings } from './settings.js';

/** `paused` by somebody · `stopped` because its address does not take what is sent; either goes on where it was. */
export const WEBHOOK_STATES = ['active', 'paused', 'stopped'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** Why a webhook was stopped: its address answered 410 Gone, or a delivery failed as often as there are attempts. */
export type WebhookStop = 'gone' | 'failed';

/** Where events of findings are sent to. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Which events; empty: all. */
  readonly types: readonly FindingEventType[];
  readonly state: WebhookState;
  readonly stopped: WebhookStop | null;
  /** Deliveries that have not been taken yet. */
  readonly waiting: number;
  readonly createdAt: string;
  /** Id of the actor who made it. */
  readonly createdBy: string;
  /** RFC 3339; until then the secret before this one signs too. */
  readonly previousSecretUntil: string | null;
  /** Grows with each change. */
  readonly version: number;
}

export type NewWebhook = Pick<Webhook, 'name' | 'url' | 'types'>;

/** What may change of a webhook; absent members stay. `active` goes on where it was, and tries again what was given up. */
export interface WebhookChange {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly types?: readonly FindingEventType[] | undefined;
  readonly state?: 'active' | 'paused' | undefined;
}

/** `given-up`: after the last attempt, or a test that was not taken. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'given-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const TEST_EVENT = 'webhook.test';
export type WebhookEventType = FindingEventType | typeof TEST_EVENT;

/** Why an attempt failed. `refused`: the address may not be called · `status`: an answer other than 2xx. */
export const DELIVERY_FAILURES = ['status', 'timeout', 'refused', 'connection', 'redirect'] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** One event on its way to one webhook; `id` travels as `webhook-id` and stays the same over all attempts. */
export interface WebhookDelivery {
  readonly id: string;
  readonly type: WebhookEventType;
  readonly state: DeliveryState;
  /** So far. */
  readonly attempts: number;
  readonly createdAt: string;
  /** When it is tried next; null when it is not. */
  readonly nextAttemptAt: string | null;
  readonly deliveredAt: string | null;
  /** HTTP status of the last answer. */
  readonly lastStatus: number | null;
  readonly lastFailure: DeliveryFailure | null;
}

/** How an attempt ended. */
export type AttemptResult =
  | { readonly kind: 'taken'; readonly status: number }
  | { readonly kind: 'failed'; readonly failure: DeliveryFailure; readonly status: number | null; /** Seconds that the receiver asked to be left alone. */ readonly retryAfter: number | null };

/** Seconds between attempts, by the recommendation of Standard Webhooks; after the last the delivery is given up. */
export const RETRY_AFTER: readonly number[] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/**
 * When to try again after so many attempts, in seconds; null: not any more. What the receiver asks for is heard, up to a day.
 * @param attempts made so far, 1 or more
 */
export function retryDelay(attempts: number, retryAfter: number | null): number | null {
  const delay = RETRY_AFTER[attempts - 1];
  return delay === undefined ? null : Math.max(delay, Math.min(retryAfter ?? 0, 86_400));
}

/** A finding that nobody confirmed is no person's, unless the organisation decided so. */
export const toldUnder = (settings: OrganisationSettings, event: FindingEvent): FindingEvent =>
  settings.personFigures === 'detected' || event.finding.status === 'confirmed' ? event : { ...event, finding: { ...event.finding, agentRef: null } };
