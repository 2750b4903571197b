import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type FindingView, sightOf, TRANSCRIPT_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleFinding } from '../read-models/examples.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingTag, noSuchFinding } from '../reviews/reviewed-finding.js';
import { ReadFindingQuery } from './read-finding.query.js';

@Controller('v1/findings')
export class ReadFindingController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TRANSCRIPT_READERS)
  @Get(':id')
  @Describe({
    id: 'readFinding',
    tag: 'findings',
    fr: 'Lire un constat',
    en: 'Read a finding',
    answer: findingView,
    example: exampleFinding,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: noParameters }) _none: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    const found = await this.queries.execute(new ReadFindingQuery(this.settings.organisationId, id, sightOf(actor)));
    if (found === null) throw noSuchFinding();
    void reply.header('etag', findingTag(found));
    return found;
  }
}
