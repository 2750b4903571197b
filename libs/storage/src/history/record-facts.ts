import { type DeadLetter, type FactBatch, type Outcome, done, drop, park } from '#domain';
import type { Sql } from '../database/sql.js';
import { findErased, recordHash } from '../erasure/erased-records.js';
import { bury, withoutWords } from '../write/dead-letters.js';
import { ERASED } from '../write/decide.js';
import { appendToJournal, type NewEntry } from '../write/journal.js';
import { writeToOutbox } from '../write/pg-outbox.js';
import { tellAgain } from '../write/told-analyses.js';
import { advancePosition, lockPosition } from '../write/stream-position.js';
import { factKey, lockFacts, upsertFacts, type KeptFact } from './fact-rows.js';
import { type CustomerKey, forgetLocks, lockCustomers } from './lock-customers.js';
import { NOTHING_JUDGED, type Rejudged, rejudge } from './rejudge.js';
import { TouchedHistories } from './touched-histories.js';

type Item = FactBatch['facts'][number];

/** Within a transaction; the order of locks is that of PgAnalysisStore: position, customers, facts. */
export async function recordFactsIn(sql: Sql, batch: FactBatch): Promise<readonly Outcome<string>[]> {
  const fence = batch.position === null ? null : await lockPosition(sql, batch.position);
  const isNew = ({ offset }: { readonly offset: bigint }): boolean => fence === null || offset >= fence;
  const known = await knownOrganisations(sql, batch);
  const { outcomes, reported, judged } = await keepFacts(sql, batch, known);
  await appendToJournal(sql, [...reported, ...judged.entries]);
  const owner = (organisationId = ''): string => (known.has(organisationId) ? organisationId : '');
  const letters = [
    ...batch.deadLetters,
    ...batch.facts.flatMap(({ record, organisationId, fact }, at): DeadLetter[] => {
      const outcome = outcomes[at]!;
      return outcome.kind === 'park' ? [{ record, reason: outcome.reason, detail: outcome.detail, organisationId, source: fact.source }] : [];
    }),
  ]
    .filter(({ record }) => isNew(record))
    .map((letter) => withoutWords({ ...letter, organisationId: owner(letter.organisationId) }))
    .sort((a, b) => Number(a.record.offset - b.record.offset));
  await bury(sql, batch, letters);
  const told = batch.history === null ? [] : await tellAgain(sql, [...judged.changed.values()], batch.history.announce);
  const buried = letters.map((letter) => ({ ...batch.bury({ record: letter.record, reason: letter.reason, detail: letter.detail }), organisationId: letter.organisationId }));
  await writeToOutbox(sql, [...told, ...buried]);
  if (batch.position !== null) await advancePosition(sql, batch.position);
  return outcomes;
}

interface Kept {
  readonly outcomes: readonly Outcome<string>[];
  readonly reported: readonly NewEntry[];
  /** What the histories of their customers make of them. */
  readonly judged: Rejudged;
}

async function keepFacts(sql: Sql, { facts, history }: FactBatch, known: ReadonlySet<string>): Promise<Kept> {
  const customers = facts.map(({ organisationId, fact }): CustomerKey => ({ organisationId, customerKey: fact.customerRef }));
  const people = await lockCustomers(sql, [...customers, ...(await customersOf(sql, facts))]);
  const states: Map<string, KeptFact> = await lockFacts(sql, facts);
  const erased = await findErased(sql, facts.map(({ organisationId, factId }) => ({ organisationId, id: factId })));
  const touched = new TouchedHistories();
  const kept = new Map<string, Item>();
  const reported: NewEntry[] = [];
  const outcomes = facts.map((item): Outcome<string> => {
    const { organisationId, factId, fact, contentHash } = item;
    if (!known.has(organisationId)) return park('unknown_organisation', `no organisation ${organisationId}`);
    if (erased.has(recordHash(organisationId, factId))) return park('erased', ERASED);
    const state = states.get(factKey(item));
    if (state !== undefined) {
      if (fact.revision < state.revision) return drop('superseded');
      if (fact.revision === state.revision) {
        return contentHash === state.contentHash ? drop('duplicate') : park('id_conflict', `revision ${fact.revision} is kept already with other content`);
      }
      touched.touch(organisationId, state.customerKey, [state.at]);
    }
    const at = Date.parse(fact.at);
    touched.touch(organisationId, fact.customerRef, [at]);
    states.set(factKey(item), { revision: fact.revision, contentHash, customerKey: fact.customerRef, at });
    kept.set(factKey(item), item);
    reported.push({ organisationId, type: 'fact.reported', payload: { factId, revision: fact.revision } });
    return done(factId);
  });
  await upsertFacts(sql, [...kept.values()]);
  await forgetLocks(sql, outcomes.some(({ kind }) => kind !== 'done') ? customers : []);
  return { outcomes, reported, judged: history === null ? NOTHING_JUDGED : await rejudge(sql, touched.byPerson(people), history) };
}

/** Whose the facts are now, if they are kept already: a correction may give one to another customer. */
async function customersOf(sql: Sql, facts: readonly Item[]): Promise<CustomerKey[]> {
  const rows = await sql<{ organisation_id: string; customer_key: string }>(
    `SELECT organisation_id, customer_key FROM reported_fact WHERE (organisation_id, fact_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))`,
    [facts.map(({ organisationId }) => organisationId), facts.map(({ factId }) => factId)],
  );
  return rows.map((row) => ({ organisationId: row.organisation_id, customerKey: row.customer_key }));
}

async function knownOrganisations(sql: Sql, { facts, deadLetters }: FactBatch): Promise<Set<string>> {
  const named = [...facts, ...deadLetters].flatMap(({ organisationId }) => organisationId ?? []);
  const rows = await sql<{ organisation_id: string }>('SELECT organisation_id FROM organisation WHERE organisation_id = ANY($1)', [[...new Set(named)]]);
  return new Set(rows.map(({ organisation_id }) => organisation_id));
}
