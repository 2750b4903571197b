import type { Channel } from '#domain';
import type { Heard, Reported, Said } from './history.fixture.js';

/** A repeatable source of chance (mulberry32): the same seed, the same history. */
export function chance(seed: number): { below(n: number): number; pick<T>(items: readonly T[]): T; shuffle<T>(items: readonly T[]): T[] } {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    pick: (items) => items[below(items.length)]!,
    shuffle: (items) => items.map((item) => ({ item, by: next() })).sort((a, b) => a.by - b.by).map(({ item }) => item),
  };
}

type Chance = ReturnType<typeof chance>;

export interface RandomHistory {
  /** Every revision of each interaction, the last one standing; `withdrawn`: taken away in the end. */
  readonly interactions: readonly { readonly revisions: readonly Heard[]; readonly withdrawn: boolean }[];
  readonly facts: readonly { readonly revisions: readonly Reported[] }[];
}

const CHANNELS: readonly Channel[] = ['email', 'chat', 'phone'];
const day = (n: number): string => String(1 + n).padStart(2, '0');

/**
 * What two customers are told over four weeks, with corrections; few acts and topics, so that much of it clashes.
 * @param second one in how many interactions is the second customer's
 */
export function randomHistory(seed: number, second = 10): RandomHistory {
  const by = chance(seed);
  const interactions = Array.from({ length: 12 }, (_, n) => ({
    revisions: Array.from({ length: 1 + by.below(3) }, (__, r) => heardOf(by, n, r + 1, second)),
    withdrawn: by.below(5) === 0,
  }));
  const facts = Array.from({ length: 4 }, (_, n) => ({ revisions: Array.from({ length: 1 + by.below(2) }, (__, r) => factOf(by, n, r + 1)) }));
  return { interactions, facts };
}

function heardOf(by: Chance, n: number, revision: number, second: number): Heard {
  const caseRef = by.pick([undefined, 'd-1', 'd-1', 'd-2']);
  const direction = by.pick([undefined, 'inbound', 'outbound'] as const);
  return {
    externalId: `i-${n}`,
    revision,
    customer: by.below(second) === 0 ? 'c-2' : 'c-1',
    agent: by.pick(['a-1', 'a-2']),
    channel: by.pick(CHANNELS),
    // Few hours: some interactions begin at the same instant.
    startedAt: `2026-03-${day(by.below(28))}T1${by.below(2)}:00:00Z`,
    ...(caseRef === undefined ? {} : { caseRef }),
    ...(direction === undefined ? {} : { direction }),
    said: Array.from({ length: by.below(4) }, (_, at) => saidOf(by, `i-${n} r${revision} n${at}`)),
  };
}

function saidOf(by: Chance, words: string): Said {
  const act = by.pick(['refund', 'refund', 'call-back', 'deliver'] as const);
  const topics = by.pick([[], [], ['lampe'], ['table']]);
  switch (by.below(8)) {
    case 0:
      return { kind: 'refusal', words, act, topics };
    case 1:
      return { kind: 'fulfilment', words, act, topics };
    case 2:
      return { kind: 'claim', words, answer: by.pick(['free', 'paid']) };
    case 3:
      return { kind: 'address', words, register: by.pick(['vous', 'vous', 'tu']) };
    default:
      return {
        kind: 'pledge',
        words,
        act,
        topics,
        ...(by.below(2) === 0 ? { euros: by.pick([45, 60]) } : {}),
        ...(by.below(3) > 0 ? { due: `2026-0${by.pick([3, 4, 4])}-${day(by.below(28))}` } : {}),
        ...(by.below(4) === 0 ? { condition: 'si le retour est conforme' } : {}),
        ...(by.below(4) === 0 ? { because: by.pick(['customer-asked', 'customer-asked', 'condition-met', 'added'] as const) } : {}),
      };
  }
}

function factOf(by: Chance, n: number, revision: number): Reported {
  const caseRef = by.pick([undefined, 'd-1']);
  return {
    externalId: `f-${n}`,
    revision,
    customer: by.below(5) === 0 ? 'c-2' : 'c-1',
    act: by.pick(['refund', 'call-back', 'deliver'] as const),
    at: `2026-03-${day(by.below(28))}T15:00:00Z`,
    ...(caseRef === undefined ? {} : { caseRef }),
    topics: by.pick([[], ['lampe']]),
  };
}
