import type { Erasure, ErasureCounts } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { severalOrganisations } from '../database/scope.js';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { letterOwners } from '../dead-letters/letter-owners.js';
import { countKept, eraseCustomerIn, readErasureIn, type Erased, type ErasureRequest } from './erase-customer.js';
import { findErased, recordHash } from './erased-records.js';

/** Erases customers: everything of a person goes in one transaction, and what is left says that it was done. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly dataSource: DataSource) {}

  erase(request: ErasureRequest): Promise<Erased> {
    return this.withLetters(request.organisationId, (sql, owners) => eraseCustomerIn(sql, request, owners));
  }

  /** What an erasure would take, and nothing else; null when nobody knows the customer. */
  count(organisationId: string, customerRef: string): Promise<ErasureCounts | null> {
    return this.withLetters(organisationId, (sql, owners) => countKept(sql, organisationId, customerRef, owners));
  }

  async read(organisationId: string, erasureId: string): Promise<Erasure | null> {
    return (await readErasureIn(sqlOn(this.dataSource, organisationId), organisationId, erasureId))?.erasure ?? null;
  }

  /** Of some ids of interactions or facts, those that were erased. */
  async findErased(organisationId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const hashes = await findErased(sqlOn(this.dataSource, organisationId), ids.map((id) => ({ organisationId, id })));
    return new Set(ids.filter((id) => hashes.has(recordHash(organisationId, id))));
  }

  /** Letters that name nobody known may be of the person too, as long as nobody else's they could be. */
  private async withLetters<T>(organisationId: string, work: (sql: Sql, owners: readonly string[]) => Promise<T>): Promise<T> {
    const owners = await letterOwners(this.dataSource, organisationId);
    return inTransaction(this.dataSource, severalOrganisations(owners), (sql) => work(sql, owners));
  }
}
