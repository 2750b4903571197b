import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { WholeInteraction } from '#domain';
import { InteractionReader } from '#storage';
import { ReadWholeInteractionQuery } from './read-whole-interaction.query.js';

@QueryHandler(ReadWholeInteractionQuery)
export class ReadWholeInteractionHandler implements IQueryHandler<ReadWholeInteractionQuery> {
  constructor(private readonly interactions: InteractionReader) {}

  async execute({ organisationId, interactionId, reader, sight }: ReadWholeInteractionQuery): Promise<WholeInteraction | null> {
    const whole = await this.interactions.readWhole(organisationId, interactionId, sight);
    // Before the words leave: a read that could not be journalled does not happen.
    if (whole !== null) await this.interactions.recordRead(organisationId, whole.id, reader);
    return whole;
  }
}
