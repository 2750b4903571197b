import { Command } from '@nestjs/cqrs';
import type { ScorecardActed, ScorecardAction } from '#storage';

/** Throws the draft of a version away. */
export class DiscardScorecardVersionCommand extends Command<ScorecardActed> {
  constructor(
    readonly action: ScorecardAction,
    readonly version: number,
  ) {
    super();
  }
}
