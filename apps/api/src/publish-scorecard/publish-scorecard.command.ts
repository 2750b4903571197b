import { Command } from '@nestjs/cqrs';
import type { ScorecardActed, ScorecardAction } from '#storage';

/** Publishes the draft of a scorecard, from a day on. */
export class PublishScorecardCommand extends Command<ScorecardActed> {
  constructor(
    readonly action: ScorecardAction,
    readonly version: number,
    readonly effectiveOn: string,
  ) {
    super();
  }
}
