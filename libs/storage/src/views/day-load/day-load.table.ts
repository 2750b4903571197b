import type { TallyTable } from '../tally.js';

/** Parts into which an interaction is cut: up to ten agents share it evenly. */
export const PARTS = 2520;

/** One row per day, channel, rulebook version and agent's ref; `parts` of interactions that several agents share are each one's own. */
export const DAY_LOAD = {
  table: 'view_day_load',
  key: { organisation_id: 'text', day: 'date', channel: 'text', rulebook_hash: 'text', agent_ref: 'text' },
  counters: ['parts'],
} as const satisfies TallyTable;
