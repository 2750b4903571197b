import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReviewSample } from '#domain';
import { SampleReader } from '#storage';
import { ListSamplesQuery } from './list-samples.query.js';

@QueryHandler(ListSamplesQuery)
export class ListSamplesHandler implements IQueryHandler<ListSamplesQuery> {
  constructor(private readonly samples: SampleReader) {}

  execute({ organisationId, sight }: ListSamplesQuery): Promise<readonly ReviewSample[]> {
    return this.samples.listSamples(organisationId, sight);
  }
}
