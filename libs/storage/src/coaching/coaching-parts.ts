import type { CoachedRule, CoachingAction, RulebookDescription } from '#domain';
import { insertRows, type Sql } from '../database/sql.js';
import { observedRules } from '../observation/observed-rules.js';
import { storableText } from '../write/storable.js';

/** What of a request does not hold: which one of which member. */
export interface Unfit {
  readonly member: 'rules' | 'agenda';
  readonly index: number;
  /** `unknown`: no such rule in force, or no such finding of this agent that holds · `observed`: the rule counts for no one at present. */
  readonly why: 'unknown' | 'observed';
}

export interface Excerpt {
  readonly finding_id: string;
  readonly interaction_id: string;
  readonly rule_id: string;
}

/** The rules to be coached, of the rulebook in force. */
export async function rulesFor(sql: Sql, organisationId: string, ids: readonly string[], current: RulebookDescription | null): Promise<CoachedRule[] | Unfit> {
  const observed = await observedRules(sql, [organisationId]);
  const rules: CoachedRule[] = [];
  for (const [index, ruleId] of ids.entries()) {
    const rule = current?.rules.find(({ id }) => id === ruleId);
    if (rule === undefined) return { member: 'rules', index, why: 'unknown' };
    if (observed.has(`${organisationId}/${ruleId}`)) return { member: 'rules', index, why: 'observed' };
    rules.push({ ruleId, polarity: rule.polarity });
  }
  return rules;
}

/** Findings of the agent's own that may be talked about: dismissed and disputed ones may not, nor those of a rule that counts for no one. */
export async function excerptsFor(sql: Sql, organisationId: string, ids: readonly string[], agentRefs: readonly string[]): Promise<Excerpt[] | Unfit> {
  const rows = await sql<Excerpt>(
    `SELECT finding_id, interaction_id, rule_id FROM finding
     WHERE organisation_id = $1 AND finding_id = ANY ($2::uuid[]) AND agent_ref = ANY ($3::text[]) AND status IN ('detected', 'confirmed') AND NOT observed FOR KEY SHARE`,
    [organisationId, ids, agentRefs],
  );
  const found = new Map(rows.map((row) => [row.finding_id, row]));
  const index = ids.findIndex((id) => !found.has(id));
  return index === -1 ? ids.map((id) => found.get(id)!) : { member: 'agenda', index, why: 'unknown' };
}

export const isUnfit = (found: readonly object[] | Unfit): found is Unfit => 'why' in found;

export interface SessionKey {
  readonly organisation_id: string;
  readonly session_id: string;
}

const KEY = { organisation_id: 'text', session_id: 'uuid' } as const;

export async function putRules(sql: Sql, key: SessionKey, rules: readonly CoachedRule[]): Promise<void> {
  await emptied(sql, 'coaching_rule', key);
  const rows = rules.map(({ ruleId, polarity }, position) => ({ ...key, rule_id: ruleId, polarity, position }));
  await insertRows(sql, 'coaching_rule', { ...KEY, rule_id: 'text', polarity: 'text', position: 'int' }, rows, { orderBy: ['position'] });
}

export async function putExcerpts(sql: Sql, key: SessionKey, excerpts: readonly Excerpt[]): Promise<void> {
  await emptied(sql, 'coaching_excerpt', key);
  const types = { ...KEY, finding_id: 'uuid', interaction_id: 'uuid', rule_id: 'text', position: 'int' };
  await insertRows(sql, 'coaching_excerpt', types, excerpts.map((one, position) => ({ ...key, ...one, position })), { orderBy: ['position'] });
}

export async function putActions(sql: Sql, key: SessionKey, actions: readonly CoachingAction[]): Promise<void> {
  await emptied(sql, 'coaching_action', key);
  const rows = actions.map(({ text, dueOn, done }, position) => ({ ...key, position, text: storableText(text), due_on: dueOn, done }));
  await insertRows(sql, 'coaching_action', { ...KEY, position: 'int', text: 'text', due_on: 'date', done: 'boolean' }, rows, { orderBy: ['position'] });
}

export const readActions = (sql: Sql, { organisation_id, session_id }: SessionKey): Promise<CoachingAction[]> =>
  sql<CoachingAction>('SELECT text, due_on::text AS "dueOn", done FROM coaching_action WHERE organisation_id = $1 AND session_id = $2 ORDER BY position', [organisation_id, session_id]);

export const readExcerpts = (sql: Sql, { organisation_id, session_id }: SessionKey): Promise<Excerpt[]> =>
  sql<Excerpt>('SELECT finding_id, interaction_id, rule_id FROM coaching_excerpt WHERE organisation_id = $1 AND session_id = $2 ORDER BY position', [organisation_id, session_id]);

const emptied = (sql: Sql, table: 'coaching_rule' | 'coaching_excerpt' | 'coaching_action', { organisation_id, session_id }: SessionKey): Promise<unknown> =>
  sql(`DELETE FROM ${table} WHERE organisation_id = $1 AND session_id = $2`, [organisation_id, session_id]);
