import { Query } from '@nestjs/cqrs';
import type { FindingFilter, OwnFindings, PageRequest } from '#domain';

/** An agent's own findings, and the figures that they make. */
export class ListOwnFindingsQuery extends Query<OwnFindings> {
  constructor(
    readonly organisationId: string,
    readonly agentRef: string,
    readonly filter: Pick<FindingFilter, 'from' | 'to' | 'channel' | 'polarity' | 'status' | 'dispute'>,
    readonly page: PageRequest,
  ) {
    super();
  }
}
