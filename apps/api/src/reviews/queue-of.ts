import type { QueryBus } from '@nestjs/cqrs';
import { isQueueName, type QueueKey } from '#storage';
import { noSuch } from '../http/no-such.js';
import { ReadSampleQuery } from '../read-sample/read-sample.query.js';

/**
 * The queue that an address names.
 * @throws ProblemException 404 for a sample that is not there
 */
export async function queueOf(queries: QueryBus, organisationId: string, name: string): Promise<QueueKey> {
  if (isQueueName(name)) return name;
  if ((await queries.execute(new ReadSampleQuery(organisationId, name, 'all'))) === null) throw noSuch('Échantillon', 'sample');
  return { sample: name };
}
