import { Command } from '@nestjs/cqrs';
import type { Judgement, Review, Sight } from '#domain';
import type { Reviewed } from '#storage';

/** Judges a finding; without a judgement, takes the standing one back. */
export class ReviewFindingCommand extends Command<Reviewed> {
  constructor(
    readonly organisationId: string,
    readonly findingId: string,
    readonly judgement: Judgement | null,
    readonly by: string,
    /** What stood when the reviewer read it; undefined: judge whatever stands. */
    readonly seen: Review | null | undefined,
    readonly sight: Sight,
  ) {
    super();
  }
}
