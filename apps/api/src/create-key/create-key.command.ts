import { Command } from '@nestjs/cqrs';
import type { NewAccessKey } from '#domain';
import type { KeyCreated } from '#storage';

/** Makes a key for a program. */
export class CreateKeyCommand extends Command<KeyCreated> {
  constructor(
    readonly organisationId: string,
    readonly key: NewAccessKey,
    readonly by: string,
    /** `Idempotency-Key` */
    readonly requestKey: string | undefined,
  ) {
    super();
  }
}
