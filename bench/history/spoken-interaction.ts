import { type AnalysedInteraction, contentHash } from '#domain';
import { extractStatements } from '#nlp';
import { ORGANISATION } from '../../test/contracts/analysis-store.fixture.js';
import { heard } from '../../test/history/history.fixture.js';
import { readTurns } from '../../libs/nlp/test/pledges/labelled-set.js';

const DAY_MS = 86_400_000;
const CHANNELS = ['email', 'chat', 'phone'] as const;
const START = Date.parse('2026-01-05T09:00:00Z');

/** What agents said, of all trades, in an order that is no order of theirs. */
const TURNS = (['a', 'c', 'e', 'h', 'i'] as const).flatMap((part) => readTurns(part)).map(({ text }) => text).toSorted((a, b) => (contentHash(a) < contentHash(b) ? -1 : 1));

/** The `n`th interaction of a customer, a day after the one before: three turns as agents say them, with all that is read in them. */
export function spokenInteraction(customer: string, n: number): AnalysedInteraction {
  const startedAt = new Date(START + n * DAY_MS).toISOString();
  const empty = heard(ORGANISATION, { externalId: `${customer}-${n}`, customer, channel: CHANNELS[n % 3]!, startedAt, said: [] });
  const turns = [0, 1, 2].map((i) => ({ id: `t${i}`, participantId: 'a', text: TURNS[(3 * n + i) % TURNS.length]! }));
  const interaction = { ...empty.interaction, turns };
  const statements = extractStatements(interaction, { interactionId: empty.interactionId });
  return { ...empty, interaction, contentHash: contentHash(interaction), analysis: { ...empty.analysis, statements } };
}
