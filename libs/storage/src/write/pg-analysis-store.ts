import { drop, isOrganisationId, park, type AnalysisStore, type DeadLetter, type HistoryPass, type Outcome, type RecordedBatch } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS, type Scope, severalOrganisations } from '../database/scope.js';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { carryComments } from '../disputes/carried-comments.js';
import { carryReviews } from './carried-verdicts.js';
import { NOTHING_JUDGED, type Rejudged } from '../history/rejudge.js';
import { carryHandFindings } from '../hand-findings/carried-hand-findings.js';
import { TrackedHistories } from '../history/track-histories.js';
import { findErased, recordHash } from '../erasure/erased-records.js';
import { forgetLocks } from '../history/lock-customers.js';
import { bury, type BuriedLetter, withoutWords } from './dead-letters.js';
import { decide, type Decision, type KeptItem } from './decide.js';
import { insertDetails } from './detail-rows.js';
import { insertInteractions, replaceInteractions } from './interaction-rows.js';
import { appendToJournal, type NewEntry } from './journal.js';
import { lockInteractions } from './lock-interactions.js';
import { rememberPeople } from './people.js';
import { writeToOutbox } from './pg-outbox.js';
import { prepare, type PreparedItem } from './prepare.js';
import { tellBatch } from './told-analyses.js';
import { findPassed } from '../retention/passed-interactions.js';
import { observedRules, shareObservation, withObserved } from '../observation/observed-rules.js';
import { advancePosition, lockPosition, readPosition } from './stream-position.js';

type Item = RecordedBatch['analysed'][number];

/** Keeps analysed interactions in PostgreSQL. Any number of processes may record at the same time. */
@Injectable()
export class PgAnalysisStore implements AnalysisStore {
  constructor(private readonly dataSource: DataSource) {}

  async record(batch: RecordedBatch): Promise<readonly Outcome<string>[]> {
    return inTransaction(this.dataSource, scopeOf(batch), (sql) => recordIn(sql, batch));
  }

  async position(group: string, topic: string, partition: number): Promise<bigint | null> {
    return readPosition(sqlOn(this.dataSource, ALL_ORGANISATIONS), group, topic, partition);
  }
}

/** The organisations whose records are in the batch, and nobody's: what names nobody known is kept as such. */
const scopeOf = ({ analysed, deadLetters }: RecordedBatch): Scope =>
  severalOrganisations([...analysed, ...deadLetters].map(({ organisationId = '' }) => organisationId).concat('').filter((id) => id === '' || isOrganisationId(id)));

/**
 * The order matters: the position is locked first (it is the fence against a consumer that lost its partition, and
 * keeps a record from being buried twice; interactions need no fence, their revision and content tell what is done, so
 * that a topic that was made anew and counts from 0 again loses none), then the histories of customers, then interactions, then people, each in key order; appends, which wait for nobody, come last.
 */
async function recordIn(sql: Sql, batch: RecordedBatch): Promise<readonly Outcome<string>[]> {
  const fence = batch.position === null ? null : await lockPosition(sql, batch.position);
  const isNew = (record: { readonly offset: bigint }): boolean => fence === null || record.offset >= fence;

  const zones = await timeZones(sql, [...batch.analysed, ...batch.deadLetters]);
  const first = batch.analysed.map((item): PreparedItem | Outcome<string> => {
    const timeZone = zones.get(item.organisationId);
    if (timeZone === undefined) return park('unknown_organisation', `no organisation ${item.organisationId}`);
    const ready = prepare(item, timeZone);
    return typeof ready === 'string' ? park('invalid_interaction', ready) : ready;
  });
  const prepared = first.flatMap((step) => ('kind' in step ? [] : [step]));
  const { decision, judged } = await keep(sql, prepared, batch.history);
  await appendToJournal(sql, [...decision.kept.flatMap(entriesOf), ...judged.entries]);

  const decided = new Map(prepared.map((item, i) => [item, decision.outcomes[i]!]));
  const outcomes = first.map((step, i) => {
    const outcome = 'kind' in step ? step : decided.get(step)!;
    // Below the fence it was buried the first time.
    return outcome.kind === 'park' && !isNew(batch.analysed[i]!.record) ? drop('duplicate') : outcome;
  });
  const letters = [
    ...batch.deadLetters
      .filter((letter) => isNew(letter.record))
      .map((letter) => ({ ...letter, organisationId: owner(letter.organisationId, zones) })),
    ...parked(batch.analysed, outcomes, zones).map(withoutWords),
  ].sort((a, b) => Number(a.record.offset - b.record.offset));
  await bury(sql, batch, letters);

  await writeToOutbox(sql, [
    ...(await tellBatch(sql, decision.kept.map(({ item }) => item), new Set(decision.final), judged.changed, batch.announce)),
    ...letters.map((letter) => ({ ...batch.bury(letterOf(letter)), organisationId: letter.organisationId })),
  ]);
  if (batch.position !== null) await advancePosition(sql, batch.position);
  return outcomes;
}

async function timeZones(sql: Sql, items: readonly { readonly organisationId?: string }[]): Promise<Map<string, string>> {
  const ids = [...new Set(items.flatMap(({ organisationId }) => organisationId ?? []))].filter(isOrganisationId);
  if (ids.length === 0) return new Map();
  const rows = await sql<{ organisation_id: string; time_zone: string }>(
    'SELECT organisation_id, time_zone FROM organisation WHERE organisation_id = ANY($1)',
    [ids],
  );
  return new Map(rows.map((row) => [row.organisation_id, row.time_zone]));
}

interface Kept {
  readonly decision: Decision;
  /** What the histories of their customers make of it. */
  readonly judged: Rejudged;
}

/** Decides about the items and writes those that are kept. */
async function keep(sql: Sql, given: readonly PreparedItem[], pass: HistoryPass | undefined): Promise<Kept> {
  if (given.length === 0) return { decision: { outcomes: [], kept: [], final: [] }, judged: NOTHING_JUDGED };
  const organisations = [...new Set(given.map(({ source }) => source.organisationId))];
  await shareObservation(sql, organisations);
  const observed = await observedRules(sql, organisations);
  const items = given.map((item) => withObserved(item, observed));
  const histories = pass === undefined ? null : await TrackedHistories.hold(sql, pass, items.map(({ source }) => source), items.map(({ source, customerKey }) => ({ organisationId: source.organisationId, customerKey })));
  const states = await lockInteractions(sql, items.map(({ source }) => source));
  const gone = await findErased(sql, items.map(({ source }) => ({ organisationId: source.organisationId, id: source.interactionId })));
  const erased = new Set(items.filter(({ source }) => gone.has(recordHash(source.organisationId, source.interactionId))).map(({ key }) => key));
  const over = await findPassed(sql, items.map(({ source }) => source));
  const passed = new Set(items.filter(({ key }) => over.has(key)).map(({ key }) => key));
  let decision = decide(items, states, erased, passed);
  let fresh = decision.final.filter(({ key }) => !states.has(key));
  const inserted = await insertInteractions(sql, fresh);

  // Another writer inserted some of them since we looked; it has committed, so now they can be locked and decided anew.
  const lost = fresh.filter(({ key }) => !inserted.has(key));
  if (lost.length > 0) {
    const found = await lockInteractions(sql, lost.map(({ source }) => source));
    for (const { key } of lost) {
      const state = found.get(key);
      if (state === undefined) throw new Error(`interaction ${key} appeared and vanished while it was being recorded`);
      states.set(key, state);
    }
    decision = decide(items, states, erased, passed);
    fresh = fresh.filter(({ key }) => inserted.has(key));
  }

  const replaced = decision.final.filter(({ key }) => states.has(key));
  await histories?.takeBack(replaced.map(({ source }) => source), states);
  await replaceInteractions(sql, replaced);
  await insertDetails(sql, decision.final);
  await carryReviews(sql, decision.final);
  await carryHandFindings(sql, decision.final);
  await carryComments(sql, replaced.map(({ source }) => source));
  await histories?.add(decision.final);
  const judged = (await histories?.judge()) ?? NOTHING_JUDGED;
  // Last: every batch has the same agents and teams, and whoever writes them makes the others wait until the commit.
  await rememberPeople(sql, decision.final);
  const kept = new Set(decision.final.map(({ customerKey }) => customerKey));
  await forgetLocks(sql, items.filter(({ customerKey }) => !kept.has(customerKey)).map(({ source, customerKey }) => ({ organisationId: source.organisationId, customerKey })));
  return { decision, judged };
}

function entriesOf({ item, replaces }: KeptItem): NewEntry[] {
  const { organisationId } = item.source;
  const analysed: NewEntry = { organisationId, type: 'interaction.analysed', payload: item.facts };
  return replaces === null ? [analysed] : [{ organisationId, type: 'interaction.superseded', payload: replaces }, analysed];
}

function parked(items: readonly Item[], outcomes: readonly Outcome<string>[], known: ReadonlyMap<string, string>): BuriedLetter[] {
  return items.flatMap(({ record, organisationId, interaction }, i) => {
    const outcome = outcomes[i]!;
    if (outcome.kind !== 'park') return [];
    const { reason, detail } = outcome;
    return [{ record, reason, detail, source: interaction.source, organisationId: owner(organisationId, known) }];
  });
}

/** '' for nobody's: an organisation must not get to see what names another. */
const owner = (organisationId: string | undefined, known: ReadonlyMap<string, string>): string =>
  organisationId !== undefined && known.has(organisationId) ? organisationId : '';

const letterOf = ({ record, reason, detail }: BuriedLetter): DeadLetter => ({ record, reason, detail });
