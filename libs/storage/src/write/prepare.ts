import type { AnalysedInteraction, InteractionFacts, StreamRecord } from '#domain';
import { type Carried, type JudgedPlaces, NOTHING_JUDGED } from './carried-verdicts.js';
import type { FoundSince, HandFinding } from '../hand-findings/carried-hand-findings.js';
import { customerKeyOf } from '../history/customer-key.js';
import { dayIn } from './day.js';
import { factsOf } from './facts.js';

/** An analysed interaction that is known to fit the tables. */
export interface PreparedItem {
  /** Organisation and interaction: identifies it within a batch, and orders the locks. */
  readonly key: string;
  readonly source: AnalysedInteraction;
  readonly record: StreamRecord;
  readonly revision: number;
  readonly contentHash: string;
  /** Whose history it belongs to. */
  readonly customerKey: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly facts: InteractionFacts;
  /** Verdicts taken over from the revision that it replaces. */
  readonly judged: JudgedPlaces;
  readonly carried: readonly Carried[];
  /** What was found by hand in the revisions before it; of that what still stands, and what the rules have found since. */
  readonly byHand: readonly HandFinding[];
  readonly standingByHand: readonly string[];
  readonly foundSince: readonly FoundSince[];
}

/**
 * Checks what PostgreSQL would refuse, so that one bad item is parked alone instead of failing its batch for ever.
 * Returns the reason as text when it cannot be kept.
 */
export function prepare(
  source: AnalysedInteraction & { readonly record: StreamRecord },
  timeZone: string,
): PreparedItem | string {
  const { interaction } = source;
  const startedAt = instant(interaction.startedAt);
  if (startedAt === null) return `startedAt is not a date: ${interaction.startedAt}`;
  const endedAt = interaction.endedAt === undefined ? null : instant(interaction.endedAt);
  if (interaction.endedAt !== undefined && endedAt === null) return `endedAt is not a date: ${interaction.endedAt}`;
  const { revision } = interaction;
  if (!Number.isSafeInteger(revision) || revision < 1) return `revision is not a positive integer: ${revision}`;
  const long = indexedTexts(interaction).find((text) => text.length > MAX_INDEXED);
  if (long !== undefined) return `a reference is longer than ${MAX_INDEXED} characters: ${long.slice(0, 40)}…`;
  return {
    key: keyOf(source),
    source,
    record: source.record,
    revision,
    contentHash: source.contentHash,
    customerKey: customerKeyOf(interaction, source.interactionId),
    startedAt,
    endedAt,
    facts: factsOf(source, dayIn(timeZone, startedAt)),
    judged: NOTHING_JUDGED,
    carried: [],
    byHand: [],
    standingByHand: [],
    foundSince: [],
  };
}

export const keyOf = (item: { readonly organisationId: string; readonly interactionId: string }): string =>
  `${item.organisationId}/${item.interactionId.toLowerCase()}`;

/** An index entry of PostgreSQL holds 2,704 bytes: three indexed texts of 3-byte characters must fit together. */
const MAX_INDEXED = 256;

const indexedTexts = (interaction: AnalysedInteraction['interaction']): string[] => [
  interaction.source,
  interaction.externalId,
  ...interaction.participants.flatMap(({ ref, team }) => [ref ?? '', team?.ref ?? '']),
];

/** Years 1 to 9999: beyond, the text forms of PostgreSQL and JavaScript differ. */
function instant(text: string): Date | null {
  const date = new Date(text);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date : null;
}
