import type { AdoptedRules, FactBatch, HistoryJudge, HistoryPass, HistoryStore, Outcome } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, severalOrganisations } from '../database/scope.js';
import { inTransaction, sqlOn } from '../database/sql.js';
import { adoptRulesIn } from './adopt-rules.js';
import { judgeDueIn } from './judge-due.js';
import { passTimeIn } from './pass-time.js';
import { recordFactsIn } from './record-facts.js';
import { withdrawIn } from './withdraw.js';

/** Histories of customers in PostgreSQL. Any number of processes may write at the same time, beside PgAnalysisStore. */
@Injectable()
export class PgHistoryStore implements HistoryStore {
  constructor(private readonly dataSource: DataSource) {}

  recordFacts(batch: FactBatch): Promise<readonly Outcome<string>[]> {
    return inTransaction(this.dataSource, scopeOf(batch), (sql) => recordFactsIn(sql, batch));
  }

  passTime(organisationId: string, pass: HistoryPass, limit: number): Promise<number> {
    return inTransaction(this.dataSource, organisationId, (sql) => passTimeIn(sql, organisationId, pass, limit));
  }

  adoptRules(organisationId: string, rulebookHash: string, judge: HistoryJudge | null): Promise<AdoptedRules> {
    return inTransaction(this.dataSource, organisationId, (sql) => adoptRulesIn(sql, organisationId, rulebookHash, judge));
  }

  judgeDue(organisationId: string, pass: HistoryPass, limit: number): Promise<number> {
    return inTransaction(this.dataSource, organisationId, (sql) => judgeDueIn(sql, organisationId, pass, limit));
  }

  async countDue(organisationId: string): Promise<number> {
    const [row] = await sqlOn(this.dataSource, organisationId)<{ count: number }>('SELECT count(*)::int AS count FROM history_due WHERE organisation_id = $1', [organisationId]);
    return row!.count;
  }

  withdraw(organisationId: string, interactionIds: readonly string[], pass: HistoryPass): Promise<number> {
    return inTransaction(this.dataSource, organisationId, (sql) => withdrawIn(sql, organisationId, interactionIds, pass));
  }
}

const scopeOf = ({ facts, deadLetters }: FactBatch): Scope => severalOrganisations([...facts, ...deadLetters].map(({ organisationId = '' }) => organisationId).concat(''));
