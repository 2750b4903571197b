import type { View } from '../../projector/view.js';
import { agentCounts } from '../agent-day/agent-counts.js';
import { applyTally, createTally } from '../tally.js';
import { SHARED_INTERACTION } from './shared-interaction.table.js';

/**
 * Interactions in which several refs of agents spoke. Should two of them be one person, or of one group, agent-day has counted the
 * interaction twice there: reports take it off by these rows, whoever is merged, split or moved in the meantime.
 */
export const sharedInteraction: View = {
  name: 'shared-interaction',
  version: 2,
  table: SHARED_INTERACTION.table,
  create: [createTally(SHARED_INTERACTION), 'CREATE INDEX view_shared_interaction_by_day ON view_shared_interaction (organisation_id, day)'],
  apply: (sql, entries) =>
    applyTally(sql, SHARED_INTERACTION, entries, (facts, organisationId) =>
      facts.agentRefs.length < 2
        ? []
        : facts.agentRefs.map((agentRef) => ({
            key: {
              organisation_id: organisationId,
              agent_ref: agentRef,
              interaction_id: facts.interactionId,
              day: facts.day,
              channel: facts.channel,
              rulebook_hash: facts.rulebook.hash,
            },
            counts: agentCounts(facts, agentRef),
          })),
    ),
};
