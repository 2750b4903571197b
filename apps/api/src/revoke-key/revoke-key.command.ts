import { Command } from '@nestjs/cqrs';
import type { AccessKey } from '#domain';

/** Ends a key for good; null when there is no such key. */
export class RevokeKeyCommand extends Command<AccessKey | null> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly by: string,
  ) {
    super();
  }
}
