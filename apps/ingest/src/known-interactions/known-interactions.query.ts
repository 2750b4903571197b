import { Query } from '@nestjs/cqrs';
import type { KnownInteractions, KnownRequest } from './known-interactions.message.js';

/** What would become of interactions if they were sent, told by their ids and hashes alone. */
export class KnownInteractionsQuery extends Query<KnownInteractions> {
  constructor(readonly questions: KnownRequest['items']) {
    super();
  }
}
