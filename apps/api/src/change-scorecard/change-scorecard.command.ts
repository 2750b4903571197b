import { Command } from '@nestjs/cqrs';
import type { ScorecardDefinition } from '#domain';
import type { ScorecardActed, ScorecardAction } from '#storage';

/** Writes the draft of a scorecard anew, or begins that of its next version. */
export class ChangeScorecardCommand extends Command<ScorecardActed> {
  constructor(
    readonly action: ScorecardAction,
    readonly definition: ScorecardDefinition,
  ) {
    super();
  }
}
