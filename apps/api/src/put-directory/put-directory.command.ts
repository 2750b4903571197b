import { Command } from '@nestjs/cqrs';
import type { Directory } from '#domain';
import type { DirectoryEdit } from '#storage';

/** Lists agents, teams and customers with their refs, all or nothing; what is left out stays as it is. */
export class PutDirectoryCommand extends Command<DirectoryEdit> {
  constructor(
    readonly organisationId: string,
    readonly directory: Directory,
    readonly by: string,
    /** Only tell what it would do. */
    readonly dryRun: boolean,
  ) {
    super();
  }
}
