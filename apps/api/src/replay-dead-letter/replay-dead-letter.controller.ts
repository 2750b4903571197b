import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, DeadLetterSummary } from '#domain';
import { interactionSchema } from '#messaging';
import { AllowForAllTeams, CurrentActor, ProblemException } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { settledLetter, tagOf } from '../dead-letters/settled.js';
import { checkLetterVersion } from '../dead-letters/letter-version.js';
import { Describe } from '../openapi/describe.decorator.js';
import { deadLetterSummary, exampleReplayed, letterId } from '../read-models/dead-letter.schema.js';
import { ReplayDeadLetterCommand, type Replayed } from './replay-dead-letter.command.js';

const bodySchema = z
  .strictObject({ interaction: interactionSchema.optional().describe('L’interaction corrigée ; absente : le message tel quel · The corrected interaction; absent: the record as it is') })
  .optional();

@Controller('v1/dead-letters')
export class ReplayDeadLetterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post(':id/replay')
  @HttpCode(200)
  @Describe({
    id: 'replayDeadLetter',
    tag: 'dead-letters',
    fr: 'Corriger et rejouer un message, une seule fois',
    en: 'Fix and replay a dead letter, exactly once',
    details:
      'Inscrit au journal. La même demande deux fois, même en même temps, n’agit qu’une fois. Ce qui serait refusé encore est refusé tout de suite. · ' +
      'Journalled. The same request twice, even at the same time, acts once. What would be refused again is refused at once.',
    answer: deadLetterSummary,
    example: exampleReplayed,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'already_settled', 'id_conflict', 'precondition_failed', 'invalid_interaction', 'unsupported_media_type'],
  })
  async replay(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: letterId }) id: string,
    @Body({ schema: bodySchema }) body: z.output<typeof bodySchema>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeadLetterSummary> {
    const { organisationId } = this.settings;
    await checkLetterVersion(this.queries, organisationId, id, ifMatch);
    const replayed = await this.commands.execute(new ReplayDeadLetterCommand(organisationId, id, body?.interaction, actor.id));
    if (replayed.kind === 'refused') throw refused(replayed);
    const letter = settledLetter(replayed);
    void reply.header('etag', tagOf(letter));
    return letter;
  }
}

function refused({ reason, detail }: Extract<Replayed, { kind: 'refused' }>): ProblemException {
  const conflict = reason === 'id_conflict';
  return new ProblemException(conflict ? 409 : 422, conflict ? 'id_conflict' : 'invalid_interaction', {
    fr: `Le message serait refusé de nouveau (${reason}) : ${detail}. Envoyez l’interaction corrigée ; rien n’a été changé.`,
    en: `The record would be refused again (${reason}): ${detail}. Send the corrected interaction; nothing was changed.`,
  });
}
