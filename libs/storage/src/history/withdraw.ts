import type { HistoryPass } from '#domain';
import type { Sql } from '../database/sql.js';
import { appendToJournal, type NewEntry } from '../write/journal.js';
import { lockInteractions } from '../write/lock-interactions.js';
import { writeToOutbox } from '../write/pg-outbox.js';
import { keyOf } from '../write/prepare.js';
import { tellAgain } from '../write/told-analyses.js';
import { TrackedHistories } from './track-histories.js';

/** Within a transaction: takes interactions away as if they had never come. Returns how many were there. */
export async function withdrawIn(sql: Sql, organisationId: string, interactionIds: readonly string[], pass: HistoryPass): Promise<number> {
  const wanted = interactionIds.map((interactionId) => ({ organisationId, interactionId }));
  const histories = await TrackedHistories.hold(sql, pass, wanted, []);
  const states = await lockInteractions(sql, wanted);
  const there = wanted.filter((one) => states.has(keyOf(one)));
  await histories.takeBack(there, states);
  // Turns, findings and the rest go with them.
  await sql('DELETE FROM interaction WHERE organisation_id = $1 AND interaction_id = ANY($2::uuid[])', [organisationId, there.map(({ interactionId }) => interactionId)]);
  const gone = there.map((one): NewEntry => ({ organisationId, type: 'interaction.superseded', payload: states.get(keyOf(one))!.facts }));
  const { entries, changed } = await histories.judge();
  await appendToJournal(sql, [...gone, ...entries]);
  await writeToOutbox(sql, await tellAgain(sql, [...changed.values()], pass.announce));
  return there.length;
}
