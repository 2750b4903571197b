import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES, type CoachingEffectReport } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { noSuchSession } from '../coaching/coaching-answers.js';
import { coachOf } from '../coaching/coaching-viewers.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { coachingEffectReport } from '../read-models/coaching-figures.schema.js';
import { exampleCoachingEffect } from '../read-models/coaching.example.js';
import { ReadCoachingEffectQuery } from './read-coaching-effect.query.js';

@Controller('v1/coaching-sessions')
export class ReadCoachingEffectController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...COACHES)
  @Get(':id/effect')
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'readCoachingEffect',
    tag: 'coaching',
    fr: 'Ce qui a changé après une séance, sur les règles travaillées',
    en: 'What changed after a session, on the coached rules',
    details:
      'Changement avant/après, moins celui des collègues de l’équipe sur les mêmes jours, canaux et motifs (différence de différences). ' +
      '« Pas assez de données » est une réponse normale : `short` dit ce qui manque. · ' +
      'Change before and after, less that of peers of the team on the same days, channels and reasons (difference in differences). “Not enough data” is a normal answer: `short` says what is missing.',
    answer: coachingEffectReport,
    example: exampleCoachingEffect,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown): Promise<CoachingEffectReport> {
    const effect = await this.queries.execute(new ReadCoachingEffectQuery(actor.organisationId, id, coachOf(actor)));
    if (effect === null) throw noSuchSession();
    return effect;
  }
}
