import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { InteractionPublisher } from '../publish-interactions/interaction-publisher.js';
import { StreamUnavailableError } from '../publish-interactions/judged-interaction.js';
import { ImportFileCommand, type ImportResult } from './import-file.command.js';
import { importItems } from './import-items.js';

@CommandHandler(ImportFileCommand)
export class ImportFileHandler implements ICommandHandler<ImportFileCommand> {
  constructor(private readonly publisher: InteractionPublisher) {}

  async execute({ items, watch }: ImportFileCommand): Promise<ImportResult> {
    try {
      const publish = this.publisher.publish.bind(this.publisher);
      return { kind: 'imported', summary: await importItems(items, { publish, ...watch }) };
    } catch (error) {
      if (error instanceof StreamUnavailableError) return { kind: 'unavailable', cause: error };
      throw error;
    }
  }
}
