import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { InteractionPublisher } from '../publish-interactions/interaction-publisher.js';
import { StreamUnavailableError } from '../publish-interactions/judged-interaction.js';
import { ReceiveInteractionsCommand, type Reception } from './receive-interactions.command.js';

@CommandHandler(ReceiveInteractionsCommand)
export class ReceiveInteractionsHandler implements ICommandHandler<ReceiveInteractionsCommand> {
  constructor(private readonly publisher: InteractionPublisher) {}

  async execute({ interactions }: ReceiveInteractionsCommand): Promise<Reception> {
    const items = await this.publisher.judge(interactions);
    if (items.some(({ judgement }) => judgement === 'erased')) return { kind: 'erased', items };
    if (items.some(({ judgement }) => judgement === 'conflict')) return { kind: 'conflict', items };
    try {
      await this.publisher.send(items);
      return { kind: 'received', items };
    } catch (error) {
      if (error instanceof StreamUnavailableError) return { kind: 'unavailable', cause: error };
      throw error;
    }
  }
}
