import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SENDERS } from '#domain';
import { Allow, ApiProblems } from '#runtime';
import { exampleKnown, knownRequestSchema, knownSchema, type KnownInteractions, type KnownRequest } from './known-interactions.message.js';
import { KnownInteractionsQuery } from './known-interactions.query.js';

@Controller('v1/interactions')
export class KnownInteractionsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...SENDERS)
  @Post('known')
  @HttpCode(200)
  @ApiTags('interactions')
  @ApiOperation({
    operationId: 'knownInteractions',
    summary: 'Demander ce qui est déjà connu, sans rien envoyer · Ask what is known already, without sending anything',
    description:
      'Par identifiants et empreintes : un import interrompu reprend sans renvoyer ce qui est arrivé. Ne change rien.\n\n' +
      'By ids and hashes: an import that was cut off goes on without sending again what has arrived. Changes nothing.',
  })
  @ApiResponse({ status: 200, description: 'Dans l’ordre demandé · In the order asked', standardSchema: knownSchema, example: exampleKnown })
  @ApiProblems('invalid_json', 'invalid_body', 'payload_too_large', 'unsupported_media_type', 'unavailable', 'misdirected_request', 'internal')
  async known(@Body({ schema: knownRequestSchema }) { items }: KnownRequest): Promise<KnownInteractions> {
    return this.queries.execute(new KnownInteractionsQuery(items));
  }
}
