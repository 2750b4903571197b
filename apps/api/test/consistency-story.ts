import { contentHash, type AnalysedInteraction, type Channel, type ContactReason } from '#domain';
import { analysed, type Wanted } from '../../../test/contracts/analysis-store.fixture.js';

/** Some interactions of one agent, one a day and channel; of each `share` every so many has the finding, spread evenly. */
export interface Work {
  readonly agent: string;
  readonly team?: string;
  readonly channel?: Channel;
  readonly queue?: string;
  /** What the customer's words say. */
  readonly reason?: ContactReason;
  readonly count: number;
  /** Rule id, `+` before a merit's → share of the interactions with a finding. */
  readonly found?: Readonly<Record<string, number>>;
  readonly from?: string;
  readonly notChecked?: readonly string[];
}

let next = 0;

export function worked({ agent, team, channel = 'chat', queue, reason, count, found = {}, from = '2026-03-02', notChecked }: Work): AnalysedInteraction[] {
  return Array.from({ length: count }, (_, n) => {
    const wanted: Wanted = {
      externalId: `story-${next++}`,
      agent,
      channel,
      startedAt: `${dayAfter(from, n)}T09:00:00.000Z`,
      found: Object.entries(found).flatMap(([rule, share]) => (Math.floor((n + 1) * share + 1e-9) > Math.floor(n * share + 1e-9) ? [rule] : [])),
      ...(team === undefined ? {} : { team }),
      ...(notChecked === undefined ? {} : { notChecked }),
    };
    const item = inQueue(analysed(wanted), queue);
    return reason === undefined ? item : { ...item, analysis: { ...item.analysis, contactReason: reason } };
  });
}

export const dayAfter = (day: string, n: number): string => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

function inQueue(item: AnalysedInteraction, queue: string | undefined): AnalysedInteraction {
  if (queue === undefined) return item;
  const interaction = { ...item.interaction, queue };
  return { ...item, interaction, contentHash: contentHash(interaction) };
}
