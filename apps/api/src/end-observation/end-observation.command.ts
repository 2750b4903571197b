import { Command } from '@nestjs/cqrs';

/** Ends the observation of a rule, with a reason; false when it is not under observation. */
export class EndObservationCommand extends Command<boolean> {
  constructor(
    readonly organisationId: string,
    readonly ruleId: string,
    readonly reason: string,
    readonly by: string,
  ) {
    super();
  }
}
