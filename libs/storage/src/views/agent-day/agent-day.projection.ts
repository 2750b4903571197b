import type { View } from '../../projector/view.js';
import { tablesOf } from '../spans.js';
import { applyTally, changesOf, createTally } from '../tally.js';
import { agentCounts } from './agent-counts.js';
import { AGENT_DAY } from './agent-day.table.js';

/** What each agent did per day: an interaction counts for every agent who spoke in it, a finding for its agent. */
export const agentDay: View = {
  name: 'agent-day',
  version: 3,
  tables: tablesOf(AGENT_DAY),
  create: createTally(AGENT_DAY, { byDay: true }),
  apply: (sql, entries) =>
    applyTally(sql, AGENT_DAY, changesOf(entries), (facts, organisationId) =>
      facts.agentRefs.map((agentRef) => ({
        key: {
          organisation_id: organisationId,
          agent_ref: agentRef,
          day: facts.day,
          channel: facts.channel,
          rulebook_hash: facts.rulebook.hash,
        },
        counts: agentCounts(facts, agentRef),
      })),
    ),
};
