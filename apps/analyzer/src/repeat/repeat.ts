/** Does a piece of work again, some time after it was done last, until it is stopped. The work itself never throws. */
export class Repeat {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  /** @param everyMs from the end of one run to the start of the next */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly everyMs: number,
  ) {}

  /** Work that takes long asks this between its steps. */
  get stopped(): boolean {
    return this.#stopped;
  }

  start(): void {
    this.#running = this.work().finally(() => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => this.start(), this.everyMs);
      this.#timer.unref();
    });
  }

  /** Waits for the run in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }
}
