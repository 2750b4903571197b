import { Command } from '@nestjs/cqrs';
import type { PersonKind } from '#domain';
import type { PersonEdit } from '#storage';

/** Says that the persons behind some refs are the one behind `ref`. */
export class MergePeopleCommand extends Command<PersonEdit> {
  constructor(
    readonly organisationId: string,
    readonly kind: PersonKind,
    readonly ref: string,
    readonly identities: readonly string[],
    readonly by: string,
    /** `personVersion` of what the editor read; undefined: whatever it is now. */
    readonly version: string | undefined,
  ) {
    super();
  }
}
