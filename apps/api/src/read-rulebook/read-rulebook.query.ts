import { Query } from '@nestjs/cqrs';
import type { RulebookDescription } from '#domain';

/** The rulebook in force; null when none was ever published. */
export class ReadRulebookQuery extends Query<RulebookDescription | null> {
  constructor(readonly organisationId: string) {
    super();
  }
}
