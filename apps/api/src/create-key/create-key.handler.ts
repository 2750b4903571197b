import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AccessKeyRepository, type KeyCreated } from '#storage';
import { CreateKeyCommand } from './create-key.command.js';

@CommandHandler(CreateKeyCommand)
export class CreateKeyHandler implements ICommandHandler<CreateKeyCommand> {
  constructor(private readonly keys: AccessKeyRepository) {}

  execute({ organisationId, key, by, requestKey }: CreateKeyCommand): Promise<KeyCreated> {
    return this.keys.createKey({ organisationId, by }, key, requestKey);
  }
}
