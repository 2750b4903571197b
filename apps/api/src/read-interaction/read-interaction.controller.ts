import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type InteractionDetail, sightOf, TRANSCRIPT_READERS } from '#domain';
import { Allow, CurrentActor, ProblemException } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { preferredType } from '../http/preferred-type.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleInteraction, exampleWhole } from '../read-models/examples.js';
import { interactionDetail } from '../read-models/interaction.schema.js';
import { ReadWholeInteractionQuery } from '../read-whole-interaction/read-whole-interaction.query.js';
import { toVcon } from '../vcon/to-vcon.js';
import { VCON_TYPES } from '../vcon/vcon.js';
import { vconAnswer } from '../vcon/vcon.schema.js';
import { ReadInteractionQuery } from './read-interaction.query.js';

const JSON_TYPE = 'application/json';

@Controller('v1/interactions')
export class ReadInteractionController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TRANSCRIPT_READERS)
  @Get(':id')
  @Describe({
    id: 'readInteraction',
    tag: 'interactions',
    fr: 'Lire une interaction avec ses constats',
    en: 'Read an interaction with its findings',
    details:
      'Chaque lecture est inscrite au journal. Avec `Accept: application/vcon+json`, un vCon 0.4.0 (draft-ietf-vcon-vcon-core-04) : notes internes en pièces jointes, constats en analyse `report`. · ' +
      'Every read is journalled. With `Accept: application/vcon+json`, a vCon 0.4.0: internal notes as attachments, findings as an analysis of type `report`.',
    answer: interactionDetail,
    example: exampleInteraction,
    also: { [VCON_TYPES[0]]: { schema: vconAnswer, example: toVcon(exampleWhole) } },
    problems: ['invalid_path', 'invalid_query', 'not_found', 'not_acceptable'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: noParameters }) _none: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InteractionDetail | string> {
    void reply.header('vary', 'Accept');
    const type = preferredType(request.headers.accept, [JSON_TYPE, ...VCON_TYPES]);
    if (type === undefined) throw notAcceptable();
    return type === JSON_TYPE ? this.detail(actor, id) : this.vcon(actor, id, type, reply);
  }

  private async detail(actor: Actor, id: string): Promise<InteractionDetail> {
    const found = await this.queries.execute(new ReadInteractionQuery(this.settings.organisationId, id, actor.id, sightOf(actor)));
    if (found === null) throw noSuch('Interaction', 'interaction');
    return found;
  }

  private async vcon(actor: Actor, id: string, type: string, reply: FastifyReply): Promise<string> {
    const whole = await this.queries.execute(new ReadWholeInteractionQuery(this.settings.organisationId, id, actor.id, sightOf(actor)));
    if (whole === null) throw noSuch('Interaction', 'interaction');
    void reply.header('content-type', type).header('content-disposition', `attachment; filename="${id}.vcon"`);
    return JSON.stringify(toVcon(whole));
  }
}

const notAcceptable = (): ProblemException =>
  new ProblemException(406, 'not_acceptable', {
    fr: `Formats disponibles : ${[JSON_TYPE, ...VCON_TYPES].join(', ')}.`,
    en: `Formats available: ${[JSON_TYPE, ...VCON_TYPES].join(', ')}.`,
  });
