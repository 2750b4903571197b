import type { HistoryPass } from '#domain';
import type { Sql } from '../database/sql.js';
import type { NewEntry } from '../write/journal.js';
import { lockInteractions } from '../write/lock-interactions.js';
import { loadHistories } from './load-histories.js';
import type { TouchedHistory } from './touched-histories.js';
import { compareFindings, writeFindings } from './write-findings.js';
import { type JudgedHistory, writeRelations } from './write-relations.js';

/**
 * Judges histories anew around what changed in them, within the transaction of the change; their customers are locked (lockCustomers).
 * @returns the journal entries that take the figures of the interactions concerned back and add them anew
 */
export async function rejudge(sql: Sql, touched: readonly TouchedHistory[], { judge, asOf }: HistoryPass): Promise<NewEntry[]> {
  if (touched.length === 0) return [];
  const histories = await loadHistories(sql, touched, judge.reachMs);
  const judged = touched.map((one, index): JudgedHistory => {
    const history = histories[index]!;
    return { touched: one, reachMs: judge.reachMs, history, relations: judge.judge(history, one.change, asOf) };
  });
  await writeRelations(sql, judged);
  const changes = await compareFindings(sql, judged);
  const concerned = [
    ...changes.added.map((row) => ({ organisationId: row.organisation_id, interactionId: row.interaction_id })),
    ...changes.removed.map(({ organisationId, interactionId }) => ({ organisationId, interactionId })),
  ];
  if (concerned.length === 0) return [];
  const before = await lockInteractions(sql, concerned);
  await writeFindings(sql, changes);
  const after = await lockInteractions(sql, concerned);
  return [...after].flatMap(([key, { facts }]): NewEntry[] => {
    const organisationId = key.slice(0, key.indexOf('/'));
    return [
      { organisationId, type: 'interaction.superseded', payload: before.get(key)!.facts },
      { organisationId, type: 'interaction.analysed', payload: facts },
    ];
  });
}
