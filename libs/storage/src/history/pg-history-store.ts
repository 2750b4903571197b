import type { FactBatch, HistoryPass, HistoryStore, Outcome } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/sql.js';
import { passTimeIn } from './pass-time.js';
import { recordFactsIn } from './record-facts.js';
import { withdrawIn } from './withdraw.js';

/** Histories of customers in PostgreSQL. Any number of processes may write at the same time, beside PgAnalysisStore. */
@Injectable()
export class PgHistoryStore implements HistoryStore {
  constructor(private readonly dataSource: DataSource) {}

  recordFacts(batch: FactBatch): Promise<readonly Outcome<string>[]> {
    return inTransaction(this.dataSource, (sql) => recordFactsIn(sql, batch));
  }

  passTime(organisationId: string, pass: HistoryPass, limit: number): Promise<number> {
    return inTransaction(this.dataSource, (sql) => passTimeIn(sql, organisationId, pass, limit));
  }

  withdraw(organisationId: string, interactionIds: readonly string[], pass: HistoryPass): Promise<number> {
    return inTransaction(this.dataSource, (sql) => withdrawIn(sql, organisationId, interactionIds, pass));
  }
}
