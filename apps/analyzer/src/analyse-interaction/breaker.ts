import type { Outcome, ParkReason } from '#domain';

const WINDOW = 100;

export class BreakerOpenError extends Error {
  override readonly name = 'BreakerOpenError';
}

/**
 * Stops consumption when more than half of the last 100 records are parked: a bad deploy, here or at a producer, must
 * not empty the topic into the dead letters. It stays open until the process is started again.
 */
export class Breaker {
  #last: (ParkReason | null)[] = [];
  #trouble: string | null = null;

  constructor(private readonly enabled = true) {}

  /** Why consumption has stopped, or null. */
  trouble(): string | null {
    return this.#trouble;
  }

  /** @throws BreakerOpenError when it is open, or would be by these outcomes; nothing must be done with them then. */
  check(outcomes: readonly Outcome<unknown>[]): void {
    if (!this.enabled) return;
    if (this.#trouble === null) {
      const window = [...this.#last];
      for (const outcome of outcomes) {
        slide(window, outcome);
        if (tooMany(window)) {
          this.#trouble = message(window);
          break;
        }
      }
    }
    if (this.#trouble !== null) throw new BreakerOpenError(this.#trouble);
  }

  /** What became of records in the end. */
  note(outcomes: readonly Outcome<unknown>[]): void {
    for (const outcome of outcomes) {
      slide(this.#last, outcome);
      // The store parks too (a conflict): known only now, and it stops the next batch.
      if (this.enabled && this.#trouble === null && tooMany(this.#last)) this.#trouble = message(this.#last);
    }
  }
}

function slide(window: (ParkReason | null)[], outcome: Outcome<unknown>): void {
  // Whose customer was erased is set aside as it should be: no fault of ours or of the producer.
  window.push(outcome.kind === 'park' && outcome.reason !== 'erased' ? outcome.reason : null);
  if (window.length > WINDOW) window.shift();
}

const tooMany = (window: readonly (ParkReason | null)[]): boolean =>
  window.length === WINDOW && window.filter((reason) => reason !== null).length > WINDOW / 2;

function message(window: readonly (ParkReason | null)[]): string {
  const counts = new Map<ParkReason, number>();
  for (const reason of window) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const told = [...counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${reason} ${count}`);
  return (
    `plus de la moitié des ${WINDOW} derniers messages ne peuvent pas être pris en compte (${told.join(', ')}) : la lecture ` +
    "est arrêtée et rien n'est perdu. Corrigez la cause et redémarrez ; DIAPASON_BREAKER=off met ces messages de côté quand même."
  );
}
