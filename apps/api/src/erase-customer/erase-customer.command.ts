import { Command } from '@nestjs/cqrs';
import type { ErasureCounts } from '#domain';
import type { Erased } from '#storage';

/** `counted`: what it would take; nothing was changed. */
export type Erasing = Erased | { readonly kind: 'counted'; readonly counts: ErasureCounts };

/** Erases all that is kept of a customer, under whichever ref. */
export class EraseCustomerCommand extends Command<Erasing> {
  constructor(
    readonly organisationId: string,
    readonly customerRef: string,
    readonly reason: string,
    readonly by: string,
    /** Undefined: each request is another one. */
    readonly idempotencyKey: string | undefined,
    readonly dryRun: boolean,
  ) {
    super();
  }
}
