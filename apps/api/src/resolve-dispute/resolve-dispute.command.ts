import { Command } from '@nestjs/cqrs';
import type { Resolved, ResolveRequest } from '#storage';

/** Ends a dispute: upheld or overturned, with a reason. */
export class ResolveDisputeCommand extends Command<Resolved> {
  constructor(readonly request: ResolveRequest) {
    super();
  }
}
