import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DirectoryRepository, type PersonEdit } from '#storage';
import { SplitPeopleCommand } from './split-people.command.js';

@CommandHandler(SplitPeopleCommand)
export class SplitPeopleHandler implements ICommandHandler<SplitPeopleCommand> {
  constructor(private readonly directories: DirectoryRepository) {}

  execute({ organisationId, kind, ref, identities, by, version }: SplitPeopleCommand): Promise<PersonEdit> {
    return this.directories.split(kind, ref, identities, { organisationId, by, version });
  }
}
