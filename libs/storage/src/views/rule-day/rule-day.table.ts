import type { TallyTable } from '../tally.js';

/** One row per rule, channel, rulebook version and day on which the rule found something or could not run; by month too. */
export const RULE_DAY = {
  table: 'view_rule_day',
  key: { organisation_id: 'text', rule_id: 'text', day: 'date', channel: 'text', rulebook_hash: 'text' },
  counters: ['flagged', 'findings', 'not_checked'],
  spans: ['month'],
} as const satisfies TallyTable;

/**
 * The same per agent's ref, by the findings of that agent: `found_`, `detected_` and `confirmed_` as in agent-day; `_not_checked` where the rule
 * could not run and no such finding of the agent says that it did.
 */
export const AGENT_RULE_DAY = {
  table: 'view_agent_rule_day',
  key: { organisation_id: 'text', agent_ref: 'text', day: 'date', rule_id: 'text', channel: 'text', rulebook_hash: 'text' },
  counters: ['found_flagged', 'found_findings', 'found_not_checked', 'detected_flagged', 'detected_findings', 'detected_not_checked', 'confirmed_flagged', 'confirmed_findings'],
  spans: ['month'],
} as const satisfies TallyTable;

/** Of what agent-rule-day counts for several agents of one interaction, under one rule: one row per interaction and agent's ref. */
export const SHARED_RULE = {
  table: 'view_shared_rule',
  key: { organisation_id: 'text', agent_ref: 'text', day: 'date', interaction_id: 'uuid', rule_id: 'text', channel: 'text', rulebook_hash: 'text' },
  counters: AGENT_RULE_DAY.counters,
} as const satisfies TallyTable;
