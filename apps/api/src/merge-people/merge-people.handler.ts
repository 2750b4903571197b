import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DirectoryRepository, type PersonEdit } from '#storage';
import { MergePeopleCommand } from './merge-people.command.js';

@CommandHandler(MergePeopleCommand)
export class MergePeopleHandler implements ICommandHandler<MergePeopleCommand> {
  constructor(private readonly directories: DirectoryRepository) {}

  execute({ organisationId, kind, ref, identities, by, version }: MergePeopleCommand): Promise<PersonEdit> {
    return this.directories.merge(kind, ref, identities, { organisationId, by, version });
  }
}
