import { Query } from '@nestjs/cqrs';
import type { CoachingEffectReport } from '#domain';
import type { CoachingViewer } from '#storage';

/** What the coached rules changed by; null: no session that is there for the viewer. */
export class ReadCoachingEffectQuery extends Query<CoachingEffectReport | null> {
  constructor(
    readonly organisationId: string,
    readonly sessionId: string,
    readonly viewer: CoachingViewer,
  ) {
    super();
  }
}
