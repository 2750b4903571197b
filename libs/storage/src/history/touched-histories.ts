import type { Change, Statement } from '#domain';
import type { CustomerKey } from './lock-customers.js';

/** The history of one customer, and the stretch of time in which something was added to it, changed or taken away. */
export interface TouchedHistory {
  readonly organisationId: string;
  /** Every key of the same person. */
  readonly customerKeys: readonly string[];
  readonly change: Change;
}

/** Histories that are changed in one transaction, by the keys under which interactions and facts name them. */
export class TouchedHistories {
  readonly #byKey = new Map<string, CustomerKey & { change: Change }>();

  /** @param instants of what changed, milliseconds since the epoch; an interaction without statements counts by its start, since its being there may keep a pledge */
  touch(organisationId: string, customerKey: string, instants: readonly number[]): void {
    const key = JSON.stringify([organisationId, customerKey]);
    const before = this.#byKey.get(key)?.change ?? { from: Infinity, to: -Infinity };
    this.#byKey.set(key, { organisationId, customerKey, change: widened(before, instants) });
  }

  /** One for each person, with all its changes taken together. */
  byPerson(people: People): TouchedHistory[] {
    const touched = new Map<string, TouchedHistory>();
    for (const { organisationId, customerKey, change } of this.#byKey.values()) {
      const person = people.personOf({ organisationId, customerKey });
      const before = touched.get(person.name)?.change ?? change;
      touched.set(person.name, { organisationId, customerKeys: person.customerKeys, change: widened(before, [change.from, change.to]) });
    }
    return [...touched.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
  }
}

/** Who stands behind the keys of customers. */
export interface People {
  personOf(key: CustomerKey): { readonly name: string; readonly customerKeys: readonly string[] };
}

const widened = ({ from, to }: Change, instants: readonly number[]): Change => ({ from: Math.min(from, ...instants), to: Math.max(to, ...instants) });

export const instantsOf = (startedAt: Date, statements: readonly Pick<Statement, 'at'>[]): number[] => [startedAt.getTime(), ...statements.map(({ at }) => Date.parse(at))];
