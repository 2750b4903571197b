import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CoachingEffectReport } from '#domain';
import { EffectReader } from '#storage';
import { ReadCoachingEffectQuery } from './read-coaching-effect.query.js';

@QueryHandler(ReadCoachingEffectQuery)
export class ReadCoachingEffectHandler implements IQueryHandler<ReadCoachingEffectQuery> {
  constructor(private readonly effects: EffectReader) {}

  execute({ organisationId, sessionId, viewer }: ReadCoachingEffectQuery): Promise<CoachingEffectReport | null> {
    return this.effects.readEffect(organisationId, sessionId, viewer, new Date());
  }
}
