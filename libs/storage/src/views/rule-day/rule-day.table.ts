import type { TallyTable } from '../tally.js';

/** One row per rule, channel, rulebook version and day on which the rule found something or could not run. */
export const RULE_DAY = {
  table: 'view_rule_day',
  key: { organisation_id: 'text', rule_id: 'text', day: 'date', channel: 'text', rulebook_hash: 'text' },
  counters: ['flagged', 'findings', 'not_checked'],
} as const satisfies TallyTable;
