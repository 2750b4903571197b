import { AGENT_DAY } from '../agent-day/agent-day.table.js';
import type { TallyTable } from '../tally.js';

/** One row per agent's ref of each interaction in which several spoke, with the counters of agent-day. */
export const SHARED_INTERACTION = {
  table: 'view_shared_interaction',
  key: { organisation_id: 'text', agent_ref: 'text', interaction_id: 'uuid', day: 'date', channel: 'text', rulebook_hash: 'text' },
  counters: AGENT_DAY.counters,
} as const satisfies TallyTable;
