import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES, type CoachingPreparation } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { z } from 'zod';
import { coachOf } from '../coaching/coaching-viewers.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { coachingPreparation } from '../read-models/coaching-figures.schema.js';
import { exampleCoachingPreparation } from '../read-models/coaching.example.js';
import { preparationRequest } from '../read-models/coaching.schema.js';
import { PrepareCoachingQuery } from './prepare-coaching.query.js';

@Controller('v1/coaching-preparations')
export class PrepareCoachingController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...COACHES)
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'prepareCoaching',
    tag: 'coaching',
    fr: 'Préparer une séance : ce qui, chez un conseiller, s’écarte de l’équipe au-delà du hasard, points forts compris',
    en: 'Prepare a session: where an agent differs from the team beyond chance, strengths included',
    details:
      'Hors des limites de l’entonnoir pour le volume traité, à canal et motif de contact égaux, dans les deux sens, avec des extraits réels. · ' +
      'Outside of the funnel’s limits for the volume handled, adjusted for channel and contact reason, in both directions, with real excerpts.',
    answer: coachingPreparation,
    example: exampleCoachingPreparation,
    problems: ['invalid_query', 'unprocessable', 'not_found'],
  })
  async prepare(@CurrentActor() actor: Actor, @Query({ schema: preparationRequest }) { agent, from, to }: z.output<typeof preparationRequest>): Promise<CoachingPreparation> {
    const prepared = await this.queries.execute(new PrepareCoachingQuery(actor.organisationId, coachOf(actor), agent, { from, to }));
    if (prepared === null) throw noSuch('Conseiller', 'agent');
    return prepared;
  }
}
