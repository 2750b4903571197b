import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AccessKey } from '#domain';
import { AccessKeyRepository } from '#storage';
import { RevokeKeyCommand } from './revoke-key.command.js';

@CommandHandler(RevokeKeyCommand)
export class RevokeKeyHandler implements ICommandHandler<RevokeKeyCommand> {
  constructor(private readonly keys: AccessKeyRepository) {}

  execute({ organisationId, id, by }: RevokeKeyCommand): Promise<AccessKey | null> {
    return this.keys.revokeKey({ organisationId, by }, id);
  }
}
