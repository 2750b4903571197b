import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Erasure } from '#domain';
import { ErasureRepository } from '#storage';
import { ReadErasureQuery } from './read-erasure.query.js';

@QueryHandler(ReadErasureQuery)
export class ReadErasureHandler implements IQueryHandler<ReadErasureQuery> {
  constructor(private readonly erasures: ErasureRepository) {}

  execute({ organisationId, erasureId }: ReadErasureQuery): Promise<Erasure | null> {
    return this.erasures.read(organisationId, erasureId);
  }
}
