import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type CoachingEffectReport, toldToAgent } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { noSuchSession } from '../coaching/coaching-answers.js';
import { coachedOf } from '../coaching/coaching-viewers.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReadCoachingEffectQuery } from '../read-coaching-effect/read-coaching-effect.query.js';
import { coachingEffectReport } from '../read-models/coaching-figures.schema.js';
import { exampleCoachingEffect } from '../read-models/coaching.example.js';

@Controller('v1/me/coaching-sessions')
export class ReadOwnCoachingEffectController {
  constructor(private readonly queries: QueryBus) {}

  @Allow('agent')
  @Get(':id/effect')
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'readOwnCoachingEffect',
    tag: 'coaching',
    fr: 'Ce qui a changé après une de mes séances',
    en: 'What changed after one of my sessions',
    details:
      'Vos propres nombres, et l’écart avec le changement des collègues, au point près. · ' +
      'Your own counts, and the difference to what peers changed by, to the nearest point.',
    answer: coachingEffectReport,
    example: { ...exampleCoachingEffect, rules: exampleCoachingEffect.rules.map(toldToAgent) },
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown): Promise<CoachingEffectReport> {
    const effect = await this.queries.execute(new ReadCoachingEffectQuery(actor.organisationId, id, coachedOf(actor)));
    if (effect === null) throw noSuchSession();
    return effect;
  }
}
