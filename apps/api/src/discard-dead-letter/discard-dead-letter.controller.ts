import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, DeadLetterSummary } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { settledLetter, tagOf } from '../dead-letters/settled.js';
import { checkLetterVersion } from '../dead-letters/letter-version.js';
import { Describe } from '../openapi/describe.decorator.js';
import { deadLetterSummary, exampleLetter, letterId } from '../read-models/dead-letter.schema.js';
import { DiscardDeadLetterCommand } from './discard-dead-letter.command.js';

const bodySchema = z.strictObject({
  reason: z.string().trim().min(1).max(1000).describe('Pourquoi, inscrit au journal · Why, kept in the journal').meta({ examples: ['Message d’essai.'] }),
});

@Controller('v1/dead-letters')
export class DiscardDeadLetterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post(':id/discard')
  @HttpCode(200)
  @Describe({
    id: 'discardDeadLetter',
    tag: 'dead-letters',
    fr: 'Écarter un message, avec une raison',
    en: 'Discard a dead letter, with a reason',
    details: 'Inscrit au journal ; les octets restent. La même demande deux fois n’agit qu’une fois. · Journalled; the bytes stay. The same request twice acts once.',
    answer: deadLetterSummary,
    example: { ...exampleLetter, status: 'discarded', settled: { at: '2026-09-14T10:02:00.000Z', by: 'local', note: 'Message d’essai.', interactionId: null } },
    changes: true,
    problems: ['invalid_body', 'invalid_path', 'not_found', 'already_settled', 'precondition_failed', 'unsupported_media_type'],
  })
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: letterId }) id: string,
    @Body({ schema: bodySchema }) { reason }: z.output<typeof bodySchema>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeadLetterSummary> {
    const { organisationId } = this.settings;
    await checkLetterVersion(this.queries, organisationId, id, ifMatch);
    const letter = settledLetter(await this.commands.execute(new DiscardDeadLetterCommand(organisationId, id, reason, actor.id)));
    void reply.header('etag', tagOf(letter));
    return letter;
  }
}
