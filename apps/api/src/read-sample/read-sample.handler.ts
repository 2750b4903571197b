import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReviewSample } from '#domain';
import { SampleReader } from '#storage';
import { ReadSampleQuery } from './read-sample.query.js';

@QueryHandler(ReadSampleQuery)
export class ReadSampleHandler implements IQueryHandler<ReadSampleQuery> {
  constructor(private readonly samples: SampleReader) {}

  execute({ organisationId, sampleId, sight }: ReadSampleQuery): Promise<ReviewSample | null> {
    return this.samples.readSample(organisationId, sampleId, sight);
  }
}
