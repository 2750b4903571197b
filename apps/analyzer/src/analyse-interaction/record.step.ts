import type { AnalysedInteraction, AnalysisStore, DeadLetter, HistoryPass, Outcome, RecordedBatch, StreamBatch, StreamRecord } from '#domain';
import { park } from '#domain';
import { deadLetterMessage, findingsMessage, namesOf } from '#messaging';

/** A record with what the steps before made of it. */
export interface JudgedRecord {
  readonly record: StreamRecord;
  readonly outcome: Outcome<AnalysedInteraction>;
}

export interface BatchPlace extends Pick<StreamBatch, 'topic' | 'partition' | 'positioned'> {
  /** Whose topic this is: a record that cannot be taken in and names nobody is theirs to look at. */
  readonly organisationId?: string;
  /** How the customers' histories are judged; absent when the rulebook looks at none. */
  readonly history?: HistoryPass;
}

/**
 * Keeps a batch, position included, in one transaction; the outcomes are in record order. When the database says
 * that the data itself cannot be kept, halves are tried until the one record is found and parked: one
 * interaction must not hold its partition up for ever. Any other failure is thrown, and the batch comes again.
 */
export async function recordBatch(
  store: AnalysisStore,
  group: string,
  place: BatchPlace,
  judged: readonly JudgedRecord[],
): Promise<readonly Outcome<unknown>[]> {
  try {
    return await recordWhole(store, group, place, judged);
  } catch (error) {
    if (!isAboutData(error)) throw error;
    if (judged.length > 1) {
      const half = Math.ceil(judged.length / 2);
      const first = await recordBatch(store, group, place, judged.slice(0, half));
      return [...first, ...(await recordBatch(store, group, place, judged.slice(half)))];
    }
    const [only] = judged;
    if (only?.outcome.kind !== 'done') throw error;
    const outcome = park('analysis_failed', `not storable: ${error instanceof Error ? error.message : String(error)}`);
    return recordWhole(store, group, place, [{ record: only.record, outcome }]);
  }
}

async function recordWhole(
  store: AnalysisStore,
  group: string,
  { topic, partition, positioned, organisationId, history }: BatchPlace,
  judged: readonly JudgedRecord[],
): Promise<readonly Outcome<unknown>[]> {
  const last = judged.at(-1);
  if (last === undefined) return [];
  const analysed: RecordedBatch['analysed'][number][] = [];
  const deadLetters: DeadLetter[] = [];
  for (const { record, outcome } of judged) {
    if (outcome.kind === 'done') analysed.push({ ...outcome.value, record });
    if (outcome.kind === 'park') {
      deadLetters.push({ organisationId, ...namedIn(record), record, reason: outcome.reason, detail: outcome.detail });
    }
  }
  const kept = await store.record({
    topic,
    partition,
    position: positioned ? { group, topic, partition, nextOffset: last.record.offset + 1n } : null,
    analysed,
    deadLetters,
    ...(history === undefined ? {} : { history }),
    announce: (told) => [findingsMessage(told)],
    bury: (letter) => deadLetterMessage(letter, topic, partition),
  });
  let next = 0;
  return judged.map(({ outcome }) => (outcome.kind === 'done' ? kept[next++]! : outcome));
}

const namedIn = (record: StreamRecord): Pick<DeadLetter, 'organisationId' | 'source'> => {
  const { organisation, source } = namesOf(record);
  return { ...(organisation !== undefined && { organisationId: organisation }), ...(source !== undefined && { source }) };
};

/** SQLSTATE classes 22 (data), 23 (constraint) and 54 (limit): trying the same again cannot help. */
function isAboutData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^(?:22|23|54)[0-9A-Z]{3}$/.test(code);
}
