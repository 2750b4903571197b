import { type HistoryPass, type HistoryStore, HISTORY_STORE } from '#domain';
import type { OutboxPublisher } from '#messaging';
import { Metrics, log } from '#runtime';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Repeat } from '../repeat/repeat.js';

export const JUDGE_DUE = Symbol('JudgeDueOptions');
export interface JudgeDueOptions {
  readonly organisationId: string;
  /** By no rule where the rulebook looks at no history: what another one found there goes. */
  readonly history: () => HistoryPass;
  readonly publisher: Pick<OutboxPublisher, 'nudge'> | null;
  readonly everyMs: number;
}

/** Customers whose histories one transaction judges: it holds their locks. */
const AT_ONCE = 200;

/**
 * Histories that have to be judged again as a whole: whose customers' refs were merged or split, or all of them when the rules are others. What
 * is due is kept in the database: killed, it goes on where it was. Any number of analyzers share the work.
 */
@Injectable()
export class JudgeDue {
  readonly #repeat: Repeat;
  #trouble: string | null = null;

  constructor(
    @Inject(HISTORY_STORE) private readonly store: HistoryStore,
    @Inject(JUDGE_DUE) private readonly options: JudgeDueOptions,
    { registry }: Metrics,
  ) {
    const due = new Gauge({
      name: 'diapason_histories_due',
      help: 'Histories of customers that wait to be judged again.',
      registers: [registry],
      async collect() {
        this.set(await store.countDue(options.organisationId).catch(() => Number.NaN));
      },
    });
    due.set(0);
    this.#repeat = new Repeat(() => this.pass(), options.everyMs);
  }

  start(): void {
    this.#repeat.start();
  }

  /** Judges all that is due by now. Never throws: the next time tries again. */
  async pass(): Promise<void> {
    try {
      const { organisationId, history, publisher } = this.options;
      let done = 0;
      for (let judged = 1; judged > 0 && !this.#repeat.stopped; ) {
        judged = await this.store.judgeDue(organisationId, history(), AT_ONCE);
        done += judged;
        if (judged > 0) publisher?.nudge();
        if (judged > 0 && done % (10 * AT_ONCE) === 0) log.info('judging histories again', { done, left: await this.store.countDue(organisationId) });
      }
      if (done > 0) log.info('histories were judged again', { done });
      this.#trouble = null;
    } catch (error) {
      this.#trouble = 'des histoires de clients ne peuvent pas être rejugées';
      log.warn('histories could not be judged again', { error });
    }
  }

  /** Why histories stay as they were, or null. */
  trouble(): string | null {
    return this.#trouble;
  }

  stop(): Promise<void> {
    return this.#repeat.stop();
  }
}
