import type { TallyTable } from '../tally.js';

/** One row per channel, rulebook version and day; findings that were not dismissed. */
export const CHANNEL_DAY = {
  table: 'view_channel_day',
  key: { organisation_id: 'text', channel: 'text', day: 'date', rulebook_hash: 'text' },
  counters: ['interactions', 'with_violation', 'with_merit', 'violations', 'merits'],
} as const satisfies TallyTable;
