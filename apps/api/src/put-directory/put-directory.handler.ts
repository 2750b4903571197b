import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type DirectoryEdit, DirectoryRepository } from '#storage';
import { PutDirectoryCommand } from './put-directory.command.js';

@CommandHandler(PutDirectoryCommand)
export class PutDirectoryHandler implements ICommandHandler<PutDirectoryCommand> {
  constructor(private readonly directories: DirectoryRepository) {}

  execute({ organisationId, directory, by, dryRun }: PutDirectoryCommand): Promise<DirectoryEdit> {
    return this.directories.put(directory, { organisationId, by }, { dryRun });
  }
}
