import { HISTORY_STORE, type HistoryPass, type HistoryStore } from '#domain';
import { log } from '#runtime';
import { Inject, Injectable } from '@nestjs/common';
import { Repeat } from '../repeat/repeat.js';

export const PASS_TIME = Symbol('PassTimeOptions');

export interface PassTimeOptions {
  readonly organisationId: string;
  /** Null when the rulebook looks at no history. */
  readonly history: () => HistoryPass | null;
  readonly everyMs: number;
}

/** Customers whose histories one transaction judges: it holds their locks. */
const AT_ONCE = 100;

/**
 * Nothing arrives when a date goes by: every so often, the histories in which a pledge has fallen due are judged as of now. Any number of
 * analyzers may do so at the same time.
 */
@Injectable()
export class PassTime {
  readonly #repeat: Repeat;
  #trouble: string | null = null;

  constructor(
    @Inject(HISTORY_STORE) private readonly store: HistoryStore,
    @Inject(PASS_TIME) private readonly options: PassTimeOptions,
  ) {
    this.#repeat = new Repeat(() => this.pass(), options.everyMs);
  }

  start(): void {
    this.#repeat.start();
  }

  /** Judges everything that has fallen due by now. Never throws: the next time tries again. */
  async pass(): Promise<void> {
    try {
      const { organisationId, history } = this.options;
      const pass = history();
      if (pass === null) return;
      let judged = AT_ONCE;
      while (judged === AT_ONCE && !this.#repeat.stopped) judged = await this.store.passTime(organisationId, pass, AT_ONCE);
      this.#trouble = null;
    } catch (error) {
      this.#trouble = 'les échéances passées ne sont pas relevées';
      log.warn('pledges that have fallen due could not be judged', { error });
    }
  }

  /** Why dates go by unnoticed, or null. */
  trouble(): string | null {
    return this.#trouble;
  }

  stop(): Promise<void> {
    return this.#repeat.stop();
  }
}
