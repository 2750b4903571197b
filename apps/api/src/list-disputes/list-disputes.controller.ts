import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type DisputeView, type Page, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageFields } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleDisputedFinding } from '../read-models/dispute.example.js';
import { disputePage } from '../read-models/dispute.schema.js';
import { disputeState } from '../read-models/said-of-finding.schema.js';
import { ListDisputesQuery } from './list-disputes.query.js';

const request = z.strictObject({ state: disputeState.optional(), ...pageFields });

@Controller('v1/disputes')
export class ListDisputesController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...REVIEWERS)
  @Get()
  @Describe({
    id: 'listDisputes',
    tag: 'disputes',
    fr: 'Les contestations, celles qui attendent depuis le plus longtemps d’abord',
    en: 'Disputes, those that have waited longest first',
    answer: disputePage,
    example: { items: [{ finding: exampleDisputedFinding, resolvable: true }], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: request }) { state, limit, cursor }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<DisputeView>> {
    const resolver = { id: actor.id, sight: sightOf(actor) };
    const query = new ListDisputesQuery(actor.organisationId, state, resolver, { limit, cursor });
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, sent, reply);
    return page;
  }
}
