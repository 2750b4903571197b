import type { HistoryPass } from '#domain';
import type { Sql } from '../database/sql.js';
import type { NewEntry } from '../write/journal.js';
import { appendToJournal } from '../write/journal.js';
import { type InteractionKey, lockInteractions } from '../write/lock-interactions.js';
import { writeToOutbox } from '../write/pg-outbox.js';
import { tellAgain } from '../write/told-analyses.js';
import { askAgain } from './ask-again.js';
import { loadHistories } from './load-histories.js';
import type { TouchedHistory } from './touched-histories.js';
import { compareFindings, writeFindings } from './write-findings.js';
import { type JudgedHistory, writeRelations } from './write-relations.js';

/** What judging anew made of the interactions of the histories concerned. */
export interface Rejudged {
  /** Take the figures of the interactions whose findings changed back, and add them anew. */
  readonly entries: readonly NewEntry[];
  /** Interactions whose findings changed, by `organisation/interaction`: they are to be told again. */
  readonly changed: ReadonlyMap<string, InteractionKey>;
}

const NONE: ReadonlySet<string> = new Set();
export const NOTHING_JUDGED: Rejudged = { entries: [], changed: new Map() };

/** Judges histories anew around what changed in them, within the transaction of the change; their customers are locked (lockCustomers). */
export async function rejudge(sql: Sql, touched: readonly TouchedHistory[], { judge, asOf, young = NONE }: Omit<HistoryPass, 'announce'>): Promise<Rejudged> {
  if (touched.length === 0) return NOTHING_JUDGED;
  await againWhenOutdated(sql, touched, judge.hash);
  const histories = await loadHistories(sql, touched, judge.reachMs);
  const judged = touched.map((one, index): JudgedHistory => {
    const history = histories[index]!;
    return { touched: one, reachMs: judge.reachMs, history, relations: judge.judge(history, one.change, asOf) };
  });
  await writeRelations(sql, judged);
  const changes = await compareFindings(sql, judged, { young, rules: judge.rules });
  const { concerned } = changes;
  if (concerned.length === 0) {
    await writeFindings(sql, changes);
    return NOTHING_JUDGED;
  }
  const before = await lockInteractions(sql, concerned);
  await writeFindings(sql, changes);
  const after = await lockInteractions(sql, concerned);
  const entries = [...after].flatMap(([key, { facts }]): NewEntry[] => {
    const organisationId = organisationOf(key);
    return [
      { organisationId, type: 'interaction.superseded', payload: before.get(key)!.facts },
      { organisationId, type: 'interaction.analysed', payload: facts },
    ];
  });
  return { entries, changed: new Map([...after].map(([key, { facts }]) => [key, { organisationId: organisationOf(key), interactionId: facts.interactionId }])) };
}

/** The same as a change of its own: journals and announces what it made. */
export async function rejudgeAndTell(sql: Sql, touched: readonly TouchedHistory[], pass: HistoryPass): Promise<void> {
  const { entries, changed } = await rejudge(sql, touched, pass);
  await appendToJournal(sql, entries);
  await writeToOutbox(sql, await tellAgain(sql, [...changed.values()], pass.announce));
}

/** A process that still judges by rules that are no longer the organisation's: what it judges is judged again by one that knows them. */
async function againWhenOutdated(sql: Sql, touched: readonly TouchedHistory[], hash: string): Promise<void> {
  const outdated = await sql<{ organisation_id: string }>('SELECT organisation_id FROM history_judge WHERE organisation_id = ANY($1) AND judge_hash <> $2', [
    [...new Set(touched.map(({ organisationId }) => organisationId))],
    hash,
  ]);
  for (const { organisation_id } of outdated) {
    await askAgain(sql, organisation_id, touched.flatMap(({ organisationId, customerKeys }) => (organisationId === organisation_id ? customerKeys : [])));
  }
}

const organisationOf = (key: string): string => key.slice(0, key.indexOf('/'));
