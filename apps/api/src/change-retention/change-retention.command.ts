import { Command } from '@nestjs/cqrs';
import type { RetentionDays } from '#domain';
import type { RetentionChanged } from '#storage';

/** Changes for how many days some classes are kept, with a reason. */
export class ChangeRetentionCommand extends Command<RetentionChanged> {
  constructor(
    readonly organisationId: string,
    readonly days: Partial<RetentionDays>,
    readonly reason: string,
  ) {
    super();
  }
}
