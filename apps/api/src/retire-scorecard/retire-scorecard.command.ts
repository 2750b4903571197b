import { Command } from '@nestjs/cqrs';
import type { ScorecardActed, ScorecardAction } from '#storage';

/** Ends a published version of a scorecard. */
export class RetireScorecardCommand extends Command<ScorecardActed> {
  constructor(
    readonly action: ScorecardAction,
    readonly version: number,
    readonly from: string,
  ) {
    super();
  }
}
