import { Inject, Injectable } from '@nestjs/common';
import { type AttemptResult, toldUnder } from '#domain';
import { log } from '#runtime';
import { type ClaimedDelivery, DeliveryQueue, OrganisationRepository } from '#storage';
import { Webhook } from 'standardwebhooks';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { postWebhook, type WebhookMessage } from './post-webhook.js';

/** Sends a delivery that is in hand, and writes down how that ended. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly queue: DeliveryQueue,
    private readonly organisations: OrganisationRepository,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async send(delivery: ClaimedDelivery): Promise<AttemptResult> {
    const { organisationId, webhooks = { privateAddresses: false } } = this.settings;
    // Now, not as of when the event was read: it may have waited while the organisation became stricter.
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    const data = delivery.event === null ? {} : toldUnder(organisation.settings, delivery.event);
    const result = await postWebhook(signed(delivery, data, new Date()), webhooks);
    const stopped = await this.queue.record(organisationId, delivery, result);
    if (stopped !== null) log.warn('a webhook was stopped', { webhook: delivery.webhookId, reason: stopped });
    return result;
  }
}

/** By Standard Webhooks; one signature for each secret that holds. */
function signed({ id, type, at, url, secrets }: ClaimedDelivery, data: object, now: Date): WebhookMessage {
  const body = JSON.stringify({ type, timestamp: at, data });
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, now, body));
  return {
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Diapason',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  };
}
