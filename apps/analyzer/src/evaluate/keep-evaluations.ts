import { log } from '#runtime';
import type { AutomaticEvaluations } from '#storage';
import { Repeat } from '../repeat/repeat.js';

/** Keeps what findings make of interactions in step with reviews, disputes and revisions, beside the analysis. */
export class KeepEvaluations {
  readonly #repeat: Repeat;
  #trouble: string | null = null;

  constructor(
    private readonly evaluations: Pick<AutomaticEvaluations, 'catchUp'>,
    private readonly organisationId: string,
    everyMs: number,
  ) {
    this.#repeat = new Repeat(() => this.pass(), everyMs);
  }

  start(): void {
    this.#repeat.start();
  }

  /** Evaluates all that has changed by now. Never throws: the next time tries again. */
  async pass(): Promise<void> {
    try {
      await this.evaluations.catchUp(this.organisationId, () => this.#repeat.stopped);
      this.#trouble = null;
    } catch (error) {
      this.#trouble = 'des interactions ne peuvent pas être évaluées';
      log.warn('interactions could not be evaluated', { error });
    }
  }

  /** Why evaluations stay as they were, or null. */
  trouble(): string | null {
    return this.#trouble;
  }

  stop(): Promise<void> {
    return this.#repeat.stop();
  }
}
