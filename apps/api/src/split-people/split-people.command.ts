import { Command } from '@nestjs/cqrs';
import type { PersonKind } from '#domain';
import type { PersonEdit } from '#storage';

/** Takes some refs out of the person behind `ref`: a merge undone. */
export class SplitPeopleCommand extends Command<PersonEdit> {
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
