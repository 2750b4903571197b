import type { AnalysisStore, HistoryPass, InteractionStream, StreamBatch, Subscription } from '#domain';
import type { OutboxPublisher } from '#messaging';
import { setImmediate as breathe } from 'node:timers/promises';
import type { AnalyzerMetrics } from './analyzer-metrics.js';
import type { Breaker } from './breaker.js';
import { Fence } from './fence.js';
import { type Judge, judgeRecord } from './judge.step.js';
import { type JudgedRecord, recordBatch } from './record.step.js';

/** Judging blocks the event loop, and with it heartbeats and health: never longer than this at a stretch. */
const STRETCH_MS = 50;

export interface AnalyseInteractionsParts {
  readonly stream: InteractionStream;
  readonly store: AnalysisStore;
  readonly publisher: Pick<OutboxPublisher, 'nudge'> | null;
  readonly judge: Judge;
  readonly breaker: Breaker;
  readonly metrics: AnalyzerMetrics;
  readonly group: string;
  /** Null when the rulebook looks at no history. */
  readonly history: () => HistoryPass | null;
}

/**
 * The way of a batch: judge each record, ask the breaker, record all in one transaction, announce. The breaker comes
 * before the transaction, because a dead letter that was written cannot be taken back.
 */
export class AnalyseInteractions {
  #subscription: Subscription | null = null;

  readonly #fence: Fence;

  constructor(private readonly parts: AnalyseInteractionsParts) {
    this.#fence = new Fence(parts.store, parts.group);
  }

  async start(): Promise<void> {
    const { stream, group } = this.parts;
    this.#subscription = await stream.subscribe('interactions', group, (batch) => this.handle(batch));
  }

  async stop(): Promise<void> {
    await this.#subscription?.stop();
  }

  /** Why interactions are not being taken in, or null. */
  async trouble(): Promise<string | null> {
    const { breaker, stream } = this.parts;
    if (this.#subscription === null) return 'la lecture des interactions n’a pas encore commencé';
    return breaker.trouble() ?? this.#subscription.trouble() ?? (await stream.trouble());
  }

  /** @throws when nothing was done for the batch, or a part of it that may be done again. */
  async handle(batch: StreamBatch): Promise<void> {
    const { store, publisher, breaker, metrics, group, judge, history } = this.parts;
    const started = performance.now();
    breaker.check([]);
    const judged = await this.#judge(batch);
    breaker.check(judged.map(({ outcome }) => outcome));
    const pass = history();
    const place = { ...(await this.#fence.placeOf(batch)), organisationId: judge.organisationId, ...(pass === null ? {} : { history: pass }) };
    const kept = await recordBatch(store, group, place, judged);
    breaker.note(kept);
    publisher?.nudge();
    metrics.observe(batch, judged, kept, (performance.now() - started) / 1000);
  }

  async #judge(batch: StreamBatch): Promise<readonly JudgedRecord[]> {
    const judged: JudgedRecord[] = [];
    let stretch = performance.now();
    for (const record of batch.records) {
      judged.push({ record, outcome: judgeRecord(record, this.parts.judge) });
      if (performance.now() - stretch < STRETCH_MS) continue;
      await breathe();
      stretch = performance.now();
    }
    return judged;
  }
}
