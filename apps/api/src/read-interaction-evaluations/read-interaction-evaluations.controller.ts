import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type InteractionEvaluations, TRANSCRIPT_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { viewerOf } from '../evaluations/evaluation-answers.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleInteractionEvaluations } from '../read-models/evaluation.example.js';
import { interactionEvaluations } from '../read-models/evaluation.schema.js';
import { ReadInteractionEvaluationsQuery } from './read-interaction-evaluations.query.js';

@Controller('v1/interactions')
export class ReadInteractionEvaluationsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...TRANSCRIPT_READERS)
  @Get(':id/evaluations')
  @Describe({
    id: 'readInteractionEvaluations',
    tag: 'evaluations',
    fr: 'Ce que valent les grilles pour cette interaction : par les constats, et par des personnes',
    en: 'What scorecards say of this interaction: by findings, and by people',
    details: 'Deux notes qui ne se mêlent pas. Celle des constats suit relectures, contestations et révisions ; ce qu’elle était est gardé. · Two scores, never mixed. That of findings follows reviews, disputes and revisions; what it was is kept.',
    answer: interactionEvaluations,
    example: exampleInteractionEvaluations,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown): Promise<InteractionEvaluations> {
    const found = await this.queries.execute(new ReadInteractionEvaluationsQuery(actor.organisationId, id, viewerOf(actor)));
    if (found === null) throw noSuch('Interaction', 'interaction');
    return found;
  }
}
