import type { AnalysisStore, DeadLetter, FactBatch, HistoryPass, HistoryStore, InteractionStream, StreamBatch, Subscription } from '#domain';
import { type OutboxPublisher, deadLetterMessage, namesOf } from '#messaging';
import { Fence } from '../analyse-interaction/fence.js';
import { readFact } from './read-fact.step.js';

export interface TakeInFactsParts {
  readonly stream: InteractionStream;
  readonly store: HistoryStore;
  readonly positions: AnalysisStore;
  readonly publisher: Pick<OutboxPublisher, 'nudge'> | null;
  readonly organisationId: string;
  readonly group: string;
  /** Null when the rulebook looks at no history. */
  readonly history: () => HistoryPass | null;
  /** Nouns of a fact's object. */
  readonly topicsOf: (object: string) => readonly string[];
}

/** What a company's systems tell: read each record, keep the batch and what it makes of the customers' histories in one transaction. */
export class TakeInFacts {
  #subscription: Subscription | null = null;
  readonly #fence: Fence;

  constructor(private readonly parts: TakeInFactsParts) {
    this.#fence = new Fence(parts.positions, parts.group);
  }

  async start(): Promise<void> {
    const { stream, group } = this.parts;
    this.#subscription = await stream.subscribe('facts', group, (batch) => this.handle(batch));
  }

  async stop(): Promise<void> {
    await this.#subscription?.stop();
  }

  /** Why facts are not being taken in, or null. */
  trouble(): string | null {
    return this.#subscription === null ? 'la lecture des faits n’a pas encore commencé' : this.#subscription.trouble();
  }

  /** @throws when nothing was done for the batch: it comes again. */
  async handle(batch: StreamBatch): Promise<void> {
    const { store, publisher, organisationId, group, history, topicsOf } = this.parts;
    const { topic, partition, positioned } = await this.#fence.placeOf(batch);
    const last = batch.records.at(-1);
    if (last === undefined) return;
    const facts: FactBatch['facts'][number][] = [];
    const deadLetters: DeadLetter[] = [];
    for (const record of batch.records) {
      const read = readFact(record, organisationId, topicsOf);
      if (read.kind === 'done') facts.push({ ...read.value, record });
      if (read.kind === 'park') deadLetters.push({ organisationId: namesOf(record).organisation ?? organisationId, source: namesOf(record).source, record, reason: read.reason, detail: read.detail });
    }
    await store.recordFacts({
      topic,
      partition,
      position: positioned ? { group, topic, partition, nextOffset: last.offset + 1n } : null,
      facts,
      deadLetters,
      history: history(),
      bury: (letter) => deadLetterMessage(letter, topic, partition),
    });
    publisher?.nudge();
  }
}
