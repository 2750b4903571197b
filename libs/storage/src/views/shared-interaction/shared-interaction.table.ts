import { AGENT_DAY } from '../agent-day/agent-day.table.js';
import type { TallyTable } from '../tally.js';

/**
 * One row per two agents' refs, channel, rulebook version and day on which just those two spoke in an interaction, `agent_low` the lower ref: how
 * many, and in how many of them both had a violation, or a merit, counted as in agent-day. By month too.
 */
export const SHARED_PAIR = {
  table: 'view_shared_pair_day',
  key: { organisation_id: 'text', agent_low: 'text', agent_high: 'text', day: 'date', channel: 'text', rulebook_hash: 'text' },
  counters: [
    'interactions',
    'found_with_violation',
    'found_with_merit',
    'detected_with_violation',
    'detected_with_merit',
    'confirmed_with_violation',
    'confirmed_with_merit',
  ],
  spans: ['month'],
} as const satisfies TallyTable;

/** One row per agent's ref of each interaction in which three or more spoke, with the counters of agent-day. */
export const SHARED_INTERACTION = {
  table: 'view_shared_interaction',
  key: { organisation_id: 'text', agent_ref: 'text', interaction_id: 'uuid', day: 'date', channel: 'text', rulebook_hash: 'text' },
  counters: AGENT_DAY.counters,
} as const satisfies TallyTable;
