import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SENDERS } from '#domain';
import { Allow, ApiProblems, log, pointerOf, ProblemException } from '#runtime';
import { receivedSchema, type ReceivedInteractions } from '../receive-interaction/receive-interactions.message.js';
import { streamUnavailable } from '../stream-unavailable.problem.js';
import { type JudgedFact, ReceiveFactsCommand } from './receive-facts.command.js';
import { exampleFact, exampleReceivedFacts, factBodySchema, parseFacts } from './receive-facts.message.js';
import { erased } from '../publish-interactions/erased.problem.js';

@Controller('v1/facts')
export class ReceiveFactsController {
  constructor(private readonly commands: CommandBus) {}

  @Allow(...SENDERS)
  @Post()
  @HttpCode(202)
  @ApiTags('facts')
  @ApiOperation({
    operationId: 'receiveFacts',
    summary: 'Dire ce qui a été fait pour un client, un fait ou un lot de 1 000 au plus · Tell what was done for a customer, one fact or a batch of up to 1,000',
    description:
      'C’est ce qui montre qu’une parole a été tenue : un remboursement parti, un colis livré. Sans doublon par `source`, `externalId` et `revision`. Un lot est pris en entier ou pas du tout.\n\n' +
      'It is what shows that a pledge was kept: a refund sent, a parcel delivered. Idempotent by `source`, `externalId` and `revision`. A batch is taken in whole or not at all.',
  })
  @ApiBody({ required: true, schema: factBodySchema, examples: { one: { value: exampleFact } } })
  @ApiResponse({ status: 202, description: 'Pris en charge, sans perte possible · Taken in, and cannot be lost', standardSchema: receivedSchema, example: exampleReceivedFacts })
  @ApiProblems('invalid_json', 'invalid_fact', 'id_conflict', 'erased', 'payload_too_large', 'unsupported_media_type', 'unavailable', 'misdirected_request', 'internal')
  async receive(@Body() body: unknown): Promise<ReceivedInteractions> {
    const reception = await this.commands.execute(new ReceiveFactsCommand(parseFacts(body)));
    if (reception.kind === 'erased') throw erased(reception.items.map(({ judgement }) => judgement === 'erased'), Array.isArray(body));
    if (reception.kind === 'conflict') throw conflict(reception.items, Array.isArray(body));
    if (reception.kind === 'unavailable') {
      log.warn('facts were not taken in', { error: reception.cause });
      throw streamUnavailable();
    }
    return {
      items: reception.items.flatMap(({ id, fact: { source, externalId, revision }, judgement }) => (judgement === 'conflict' || judgement === 'erased' ? [] : [{ id, source, externalId, revision, status: judgement }])),
    };
  }
}

function conflict(items: readonly JudgedFact[], batch: boolean): ProblemException {
  const errors = items.flatMap(({ fact, judgement }, i) =>
    judgement === 'conflict'
      ? [
          {
            pointer: pointerOf([...(batch ? [i] : []), 'revision']),
            detail: {
              fr: `« ${fact.source} / ${fact.externalId} » est déjà connu en révision ${fact.revision}, avec un autre contenu.`,
              en: `"${fact.source} / ${fact.externalId}" is known at revision ${fact.revision} with other content.`,
            },
          },
        ]
      : [],
  );
  return new ProblemException(409, 'id_conflict', { fr: 'Une révision ne change pas de contenu ; rien n’a été pris.', en: 'A revision does not change its content; nothing was taken in.' }, errors);
}
