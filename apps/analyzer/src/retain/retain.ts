import { log } from '#runtime';
import { RetentionRepository } from '#storage';
import { Inject, Injectable } from '@nestjs/common';
import { Repeat } from '../repeat/repeat.js';

export const RETAIN = Symbol('RetainOptions');
export interface RetainOptions {
  readonly organisationId: string;
  readonly everyMs: number;
  /** The present. */
  readonly now: () => Date;
}

/**
 * Once a day lets pass what is older than the organisation's periods, and between that takes from the journal what the views have read of it. Any number of
 * analyzers may do so. Not at the very start: whoever starts with periods that are shorter than meant has some minutes to change them.
 */
@Injectable()
export class Retain {
  readonly #repeat: Repeat;
  #first = true;
  #trouble: string | null = null;

  constructor(
    private readonly retention: RetentionRepository,
    @Inject(RETAIN) private readonly options: RetainOptions,
  ) {
    this.#repeat = new Repeat(() => this.onward(), options.everyMs);
  }

  start(): void {
    this.#repeat.start();
  }

  private async onward(): Promise<void> {
    if (this.#first) this.#first = false;
    else await this.pass();
  }

  /** Does the day's run where it is still to be done. Never throws: the next time goes on. */
  async pass(): Promise<void> {
    const { organisationId, now } = this.options;
    const stopped = (): boolean => this.#repeat.stopped;
    try {
      await this.retention.sweep({ organisationId, stopped });
      if (await this.retention.isDue(organisationId, now())) {
        const counts = await this.retention.run({ organisationId, by: 'diapason', now: now(), stopped });
        if (stopped()) return;
        await this.retention.done(organisationId, now());
        if (Object.values(counts).some((count) => count > 0)) log.info('what was older than its period has passed', { ...counts });
      }
      this.#trouble = null;
    } catch (error) {
      this.#trouble = 'ce qui a passé sa durée de conservation n’est pas effacé';
      log.warn('what is older than its period could not pass', { error });
    }
  }

  /** Why something is kept for too long, or null. */
  trouble(): string | null {
    return this.#trouble;
  }

  stop(): Promise<void> {
    return this.#repeat.stop();
  }
}
