import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SENDERS } from '#domain';
import { Allow, ApiProblems, log, pointerOf, ProblemException } from '#runtime';
import type { JudgedInteraction } from '../publish-interactions/judged-interaction.js';
import { streamUnavailable } from '../stream-unavailable.problem.js';
import { bodyJsonSchema, exampleInteraction, exampleReceived } from './receive-interactions.example.js';
import { ReceiveInteractionsCommand } from './receive-interactions.command.js';
import { parseBody, receivedSchema, type ReceivedInteractions } from './receive-interactions.message.js';
import { erased } from '../publish-interactions/erased.problem.js';

@Controller('v1/interactions')
export class ReceiveInteractionsController {
  constructor(private readonly commands: CommandBus) {}

  @Allow(...SENDERS)
  @Post()
  @HttpCode(202)
  @ApiTags('interactions')
  @ApiOperation({
    operationId: 'receiveInteractions',
    summary: 'Envoyer une interaction, ou un lot de 1 000 au plus · Send an interaction, or a batch of up to 1,000',
    description:
      'Sans doublon par `source`, `externalId` et `revision` : renvoyer la même requête ne change rien. Un lot est pris en entier ou pas du tout.\n\n' +
      'Idempotent by `source`, `externalId` and `revision`: sending again changes nothing. A batch is taken in whole or not at all.',
  })
  @ApiBody({ required: true, schema: bodyJsonSchema, examples: { one: { value: exampleInteraction } } })
  @ApiResponse({ status: 202, description: 'Prise en charge, sans perte possible · Taken in, and cannot be lost', standardSchema: receivedSchema, example: exampleReceived })
  @ApiProblems('invalid_json', 'invalid_interaction', 'id_conflict', 'erased', 'payload_too_large', 'unsupported_media_type', 'unavailable', 'misdirected_request', 'internal')
  async receive(@Body() body: unknown): Promise<ReceivedInteractions> {
    const reception = await this.commands.execute(new ReceiveInteractionsCommand(parseBody(body)));
    if (reception.kind === 'erased') throw erased(reception.items.map(({ judgement }) => judgement === 'erased'), Array.isArray(body));
    if (reception.kind === 'conflict') throw conflict(reception.items, Array.isArray(body));
    if (reception.kind === 'unavailable') {
      log.warn('interactions were not taken in', { error: reception.cause });
      throw streamUnavailable();
    }
    return { items: reception.items.flatMap(answerOf) };
  }
}

function answerOf({ id, interaction: { source, externalId, revision }, judgement }: JudgedInteraction): ReceivedInteractions['items'] {
  return judgement === 'conflict' || judgement === 'erased' ? [] : [{ id, source, externalId, revision, status: judgement }];
}

function conflict(items: readonly JudgedInteraction[], batch: boolean): ProblemException {
  const errors = items.flatMap(({ interaction, judgement }, i) =>
    judgement === 'conflict'
      ? [
          {
            pointer: pointerOf([...(batch ? [i] : []), 'revision']),
            detail: {
              fr: `« ${interaction.source} / ${interaction.externalId} » est déjà connue en révision ${interaction.revision}, avec un autre contenu.`,
              en: `"${interaction.source} / ${interaction.externalId}" is known at revision ${interaction.revision} with other content.`,
            },
          },
        ]
      : [],
  );
  return new ProblemException(
    409,
    'id_conflict',
    { fr: 'Une révision ne change pas de contenu ; rien n’a été pris.', en: 'A revision does not change its content; nothing was taken in.' },
    errors,
  );
}
