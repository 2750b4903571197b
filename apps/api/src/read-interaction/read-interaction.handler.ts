import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { InteractionDetail } from '#domain';
import { InteractionReader } from '#storage';
import { ReadInteractionQuery } from './read-interaction.query.js';

@QueryHandler(ReadInteractionQuery)
export class ReadInteractionHandler implements IQueryHandler<ReadInteractionQuery> {
  constructor(private readonly interactions: InteractionReader) {}

  async execute({ organisationId, interactionId, reader, sight }: ReadInteractionQuery): Promise<InteractionDetail | null> {
    const interaction = await this.interactions.readInteraction(organisationId, interactionId, sight);
    // Before the words leave: a read that could not be journalled does not happen.
    if (interaction !== null) await this.interactions.recordRead(organisationId, interaction.id, reader);
    return interaction;
  }
}
