import type { InteractionFacts } from '#domain';
import type { View } from '../../projector/view.js';
import { agentCounts } from '../agent-day/agent-counts.js';
import { tablesOf } from '../spans.js';
import { applyTally, changesOf, createTally, type TallyRow } from '../tally.js';
import { SHARED_INTERACTION, SHARED_PAIR } from './shared-interaction.table.js';

/**
 * Interactions in which several refs of agents spoke. Should two of them be one person, or of one group, agent-day has counted the
 * interaction twice there: reports take it off by these rows, whoever is merged, split or moved in the meantime. Of two, who they were says all:
 * they add up. Of more, it must be known which of them are in the group, interaction by interaction.
 */
export const sharedInteraction: View = {
  name: 'shared-interaction',
  version: 3,
  tables: [...tablesOf(SHARED_PAIR), SHARED_INTERACTION.table],
  create: [...createTally(SHARED_PAIR, { byDay: true }), ...createTally(SHARED_INTERACTION, { byDay: true })],
  apply: async (sql, entries) => {
    const changes = changesOf(entries).filter(({ facts }) => facts.agentRefs.length > 1);
    await applyTally(sql, SHARED_PAIR, changes, pairOf);
    await applyTally(sql, SHARED_INTERACTION, changes, eachOf);
  },
};

function pairOf(facts: InteractionFacts, organisationId: string): TallyRow<typeof SHARED_PAIR>[] {
  // Sorted here: refs come in the order of whoever wrote the entry, and one that takes back must meet the row of one that added.
  const [low, high, ...others] = facts.agentRefs.toSorted();
  if (low === undefined || high === undefined || others.length > 0) return [];
  const [one, other] = [agentCounts(facts, low), agentCounts(facts, high)];
  const both = (name: (typeof SHARED_PAIR.counters)[number]): number => Math.min(one[name], other[name]);
  return [
    {
      key: { organisation_id: organisationId, agent_low: low, agent_high: high, day: facts.day, channel: facts.channel, rulebook_hash: facts.rulebook.hash },
      counts: {
        interactions: 1,
        found_with_violation: both('found_with_violation'),
        found_with_merit: both('found_with_merit'),
        detected_with_violation: both('detected_with_violation'),
        detected_with_merit: both('detected_with_merit'),
        confirmed_with_violation: both('confirmed_with_violation'),
        confirmed_with_merit: both('confirmed_with_merit'),
      },
    },
  ];
}

function eachOf(facts: InteractionFacts, organisationId: string): TallyRow<typeof SHARED_INTERACTION>[] {
  if (facts.agentRefs.length < 3) return [];
  return facts.agentRefs.map((agentRef) => ({
    key: { organisation_id: organisationId, agent_ref: agentRef, interaction_id: facts.interactionId, day: facts.day, channel: facts.channel, rulebook_hash: facts.rulebook.hash },
    counts: agentCounts(facts, agentRef),
  }));
}
