import type { JournalType } from '#domain';

/**
 * Where something of a customer may lie, and what an erasure does there. A table or kind of journal entry that is not listed fails a test
 * (test/erasure): whoever adds one says here what it holds.
 */
export const TABLES = {
  interaction: 'erased',
  turn: 'erased',
  interaction_agent: 'erased',
  finding: 'erased',
  review: 'erased',
  statement: 'erased',
  pledge: 'erased',
  contradiction: 'erased',
  reported_fact: 'erased',
  customer: 'erased',
  customer_history: 'erased',
  history_due: 'erased',
  gathered_conversation: 'erased',
  dead_letter: 'erased',
  outbox: 'erased',
  /** Refs of the customer only; those of agents stay. */
  identity: 'erased',
  /** Entries with refs or words are written anew without them (`JOURNAL`). Ids of interactions stay: they are hashes. */
  journal: 'rewritten',
  /** Refs of agents and ids of interactions whose figures were taken back. */
  view_agent_day: 'nothing',
  view_channel_day: 'nothing',
  view_rule_day: 'nothing',
  view_shared_interaction: 'nothing',
  organisation: 'nothing',
  rulebook_version: 'nothing',
  team: 'nothing',
  agent: 'nothing',
  directory_team: 'nothing',
  stream_position: 'nothing',
  projection_cursor: 'nothing',
  history_judge: 'nothing',
  history_rule: 'nothing',
  /** A sample is told by its period, channels, teams and rules. */
  sample: 'nothing',
  sample_stratum: 'nothing',
  sample_item: 'erased',
  review_task: 'erased',
  calibration: 'nothing',
  calibration_reviewer: 'nothing',
  /** With its interaction, and with it what was said of it. */
  calibration_item: 'erased',
  calibration_judgement: 'erased',
  calibration_remark: 'erased',
  /** Of those who work with it. */
  account: 'nothing',
  account_link: 'nothing',
  account_session: 'nothing',
  sign_in_attempt: 'nothing',
  access_key: 'nothing',
  /** Addresses of systems, and events: ids, rules, refs of agents. */
  webhook: 'nothing',
  webhook_delivery: 'nothing',
  /** Hashes, counts, who and why. */
  erasure: 'nothing',
  erased_record: 'nothing',
  schema_migration: 'nothing',
} as const satisfies Readonly<Record<string, 'erased' | 'rewritten' | 'nothing'>>;

export const JOURNAL = {
  'interaction.analysed': 'nothing',
  'interaction.superseded': 'nothing',
  'interaction.read': 'nothing',
  'fact.reported': 'nothing',
  /** A reviewer's note may quote. */
  'finding.reviewed': 'rewritten',
  'identity.attached': 'rewritten',
  'identity.detached': 'rewritten',
  'customer.described': 'rewritten',
  /** The reason may quote. */
  'dead-letter.discarded': 'rewritten',
  'dead-letter.replayed': 'nothing',
  'customer.erased': 'nothing',
  'sample.drawn': 'nothing',
  'sample.reviewed': 'nothing',
  'review.assigned': 'nothing',
  'calibration.drawn': 'nothing',
  'calibration.judged': 'nothing',
  'calibration.closed': 'nothing',
  'calibration.resolved': 'nothing',
  'account.created': 'nothing',
  'account.changed': 'nothing',
  'account.link-issued': 'nothing',
  'account.password-set': 'nothing',
  'account.signed-in': 'nothing',
  'key.created': 'nothing',
  'key.revoked': 'nothing',
  'webhook.created': 'nothing',
  'webhook.changed': 'nothing',
  'webhook.secret-rotated': 'nothing',
  'webhook.stopped': 'nothing',
  'webhook.redelivered': 'nothing',
  'webhook.tested': 'nothing',
  'webhook.deleted': 'nothing',
  'rulebook.published': 'nothing',
  'organisation.settings-changed': 'nothing',
  'agent.described': 'nothing',
  'team.described': 'nothing',
} as const satisfies Readonly<Record<JournalType, 'rewritten' | 'nothing'>>;
