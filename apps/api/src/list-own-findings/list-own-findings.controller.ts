import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, DISPUTE_STATES, type OwnFindings } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { selfOf } from '../disputes/own.js';
import { pageFields, periodFields, periodInOrder } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleOwnFindings } from '../read-models/dispute.example.js';
import { ownFindings } from '../read-models/dispute.schema.js';
import { channel, findingStatus, polarity } from '../read-models/named.schema.js';
import { ListOwnFindingsQuery } from './list-own-findings.query.js';

const request = z
  .strictObject({
    ...periodFields,
    channel: channel.optional().describe('Canal · Channel'),
    polarity: polarity.optional().describe('`violation` : écart · `merit` : point fort'),
    status: findingStatus.optional(),
    dispute: z.enum([...DISPUTE_STATES, 'none']).optional().describe('Ce qu’est devenue la contestation ; `none` : ceux que personne n’a contestés · What became of the dispute; `none`: those that nobody disputed'),
    ...pageFields,
  })
  .check(periodInOrder);

@Controller('v1/me/findings')
export class ListOwnFindingsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow('agent')
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'listOwnFindings',
    tag: 'disputes',
    fr: 'Mes constats et mes chiffres, et ceux de personne d’autre',
    en: 'My findings and figures, and nobody else’s',
    details:
      'Tous les constats, dès leur détection ; les chiffres comptent ceux que `report.basis` dit, avec dénominateur et intervalle. · ' +
      'Every finding, from its detection on; figures count what `report.basis` says, with denominator and interval.',
    answer: ownFindings,
    example: exampleOwnFindings,
    paged: true,
    problems: ['invalid_query', 'unprocessable', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: request }) { limit, cursor, ...filter }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnFindings> {
    const { organisationId, agentRef } = selfOf(actor);
    const query = new ListOwnFindingsQuery(organisationId, agentRef, filter, { limit, cursor });
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, sent, reply);
    return page;
  }
}
