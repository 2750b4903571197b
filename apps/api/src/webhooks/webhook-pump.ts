import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { log } from '#runtime';
import { type ClaimedDelivery, DeliveryQueue } from '#storage';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { WebhookSender } from './webhook-sender.js';

const PAUSE_MS = 500;
const PAUSE_AFTER_ERROR_MS = 5_000;
/** At the same time, in this process: over all webhooks, and to one, which a slow one cannot exceed. */
const AT_ONCE = 32;
const EACH = 4;

/** Keeps events of findings on their way to webhooks. Every process of the API runs one; none gets in another's way. */
@Injectable()
export class WebhookPump implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly inHand = new Map<Promise<void>, string>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly sender: WebhookSender,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run(this.stopping.signal);
  }

  /** What is in hand is sent to its end. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all(this.inHand.keys());
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let pause = PAUSE_MS;
      try {
        if (await this.step()) pause = 0;
      } catch (error) {
        log.warn('webhooks wait', { error });
        pause = PAUSE_AFTER_ERROR_MS;
      }
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Whether there may be more to do at once. */
  private async step(): Promise<boolean> {
    const { organisationId } = this.settings;
    const written = await this.queue.fill(organisationId);
    const room = AT_ONCE - this.inHand.size;
    const claimed = room <= 0 ? [] : await this.queue.claim(organisationId, EACH, room, this.busy());
    for (const delivery of claimed) this.take(delivery);
    // One that is slow keeps nobody else waiting.
    if (claimed.length > 0) await Promise.race([...this.inHand.keys(), sleep(PAUSE_MS, undefined, { ref: false })]);
    return written > 0 || claimed.length > 0;
  }

  private busy(): string[] {
    const counts = new Map<string, number>();
    for (const webhook of this.inHand.values()) counts.set(webhook, (counts.get(webhook) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= EACH).map(([webhook]) => webhook);
  }

  private take(delivery: ClaimedDelivery): void {
    const sending = this.sender
      .send(delivery)
      // Whoever comes after the lease sends it again, under the same id.
      .catch((error: unknown) => log.warn('what became of a webhook could not be written down', { error }))
      .then(() => void this.inHand.delete(sending));
    this.inHand.set(sending, delivery.webhookId);
  }
}
