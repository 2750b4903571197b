import type { TallyTable } from '../tally.js';

/**
 * One row per agent, channel, rulebook version and day; by week and month too. `found_` counts findings that are not dismissed, `detected_` those that are not
 * disputed either, `confirmed_` those that a reviewer confirmed; `awaiting` those nobody has judged.
 */
export const AGENT_DAY = {
  table: 'view_agent_day',
  key: { organisation_id: 'text', agent_ref: 'text', day: 'date', channel: 'text', rulebook_hash: 'text' },
  counters: [
    'interactions',
    'found_with_violation',
    'found_with_merit',
    'found_violations',
    'found_merits',
    'detected_with_violation',
    'detected_with_merit',
    'detected_violations',
    'detected_merits',
    'confirmed_with_violation',
    'confirmed_with_merit',
    'confirmed_violations',
    'confirmed_merits',
    'awaiting',
  ],
  spans: ['week', 'month'],
} as const satisfies TallyTable;
