import { log } from '#runtime';
import { BiFigures } from '#storage';
import { Inject, Injectable } from '@nestjs/common';
import { Repeat } from '../repeat/repeat.js';

export const REFRESH_BI = Symbol('RefreshBiOptions');
export interface RefreshBiOptions {
  readonly organisationId: string;
  readonly everyMs: number;
}

/** Keeps the figures that BI tools read in step with the reports, some minutes behind. Any number of analyzers may do so. */
@Injectable()
export class RefreshBi {
  readonly #repeat: Repeat;
  #trouble: string | null = null;

  constructor(
    private readonly figures: BiFigures,
    @Inject(REFRESH_BI) private readonly options: RefreshBiOptions,
  ) {
    this.#repeat = new Repeat(() => this.pass(), options.everyMs);
  }

  start(): void {
    this.#repeat.start();
  }

  /** Brings every month up to date. Never throws: the next time tries again. */
  async pass(): Promise<void> {
    try {
      await this.figures.refresh(this.options.organisationId, () => this.#repeat.stopped);
      this.#trouble = null;
    } catch (error) {
      this.#trouble = 'les vues SQL bi_* ne sont pas mises à jour';
      log.warn('figures for BI tools could not be brought up to date', { error });
    }
  }

  /** Why BI tools see old figures, or null. */
  trouble(): string | null {
    return this.#trouble;
  }

  stop(): Promise<void> {
    return this.#repeat.stop();
  }
}
