import { Query } from '@nestjs/cqrs';
import type { CoachingPreparation, DayWindow } from '#domain';
import type { CoachingViewer } from '#storage';

/** What differs beyond chance from an agent’s team; null: no agent whom the viewer may coach. */
export class PrepareCoachingQuery extends Query<CoachingPreparation | null> {
  constructor(
    readonly organisationId: string,
    readonly viewer: Extract<CoachingViewer, { side: 'coach' }>,
    readonly agentRef: string,
    readonly period: DayWindow,
  ) {
    super();
  }
}
