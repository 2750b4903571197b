import { contentHash, type AnalysedInteraction, type Channel, type ContactReason } from '#domain';
import { extractStatements } from '#nlp';
import { PgAnalysisStore } from '#storage';
import { analysed, batchOf } from '../../../test/contracts/analysis-store.fixture.js';
import { testJudge } from '../../../test/history/history.fixture.js';
import type { TestApi } from './start-test-api.js';

/** Answers of one agent on one day, each to a customer of its own; their words are read as the analyzer reads them. */
export interface Answering {
  readonly agent: string;
  readonly team?: string;
  readonly channel?: Channel;
  readonly reason?: ContactReason;
  readonly day?: string;
  /** What is said, interaction by interaction. */
  readonly texts: readonly string[];
}

let next = 0;

export function answering({ agent, team, channel = 'chat', reason = 'refund', day = '2026-03-02', texts }: Answering): AnalysedInteraction[] {
  return texts.map((text, n) => {
    const externalId = `answer-${next++}`;
    const item = analysed({ externalId, agent, channel, customer: `c-${externalId}`, text, startedAt: `${day}T09:${String(n).padStart(2, '0')}:00.000Z`, ...(team === undefined ? {} : { team }) });
    const statements = extractStatements(item.interaction, { interactionId: item.interactionId });
    return { ...item, contentHash: contentHash(item.interaction), analysis: { ...item.analysis, contactReason: reason, statements } };
  });
}

/** Keeps them with what was said in them. */
export const keep = (api: TestApi, items: readonly AnalysedInteraction[]): Promise<unknown> =>
  api.app.get(PgAnalysisStore).record({ ...batchOf(items), history: { judge: testJudge(), asOf: '2027-01-01T00:00:00.000Z', announce: () => [] } });

/** « a » so many times, then « b » so many times. */
export const times = (...parts: readonly (readonly [count: number, text: string])[]): string[] => parts.flatMap(([count, text]) => Array.from({ length: count }, () => text));
