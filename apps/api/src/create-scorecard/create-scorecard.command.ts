import { Command } from '@nestjs/cqrs';
import type { ScorecardDefinition } from '#domain';
import type { ScorecardCreated } from '#storage';

/** Begins a scorecard by the draft of its first version. */
export class CreateScorecardCommand extends Command<ScorecardCreated> {
  constructor(
    readonly organisationId: string,
    readonly definition: ScorecardDefinition,
    readonly by: string,
    readonly key: string | undefined,
  ) {
    super();
  }
}
