import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type CalibrationItem, REVIEWERS } from '#domain';
import { Allow, checkIfMatch, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkDone, itemFor } from '../calibrations/calibration-answers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleItem } from '../read-models/calibration.example.js';
import { calibrationItem } from '../read-models/calibration.schema.js';
import { judgement, judgementOf } from '../read-models/review.schema.js';
import { ResolveCalibrationItemCommand } from './resolve-calibration-item.command.js';

@Controller('v1/calibrations/:id/items/:findingId/resolution')
export class ResolveCalibrationItemController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Put()
  @Describe({
    id: 'resolveCalibrationItem',
    tag: 'calibrations',
    fr: 'Écrire la décision dont on est convenu',
    en: 'Write down what was agreed on',
    details: 'Aucun chiffre n’en dépend : pour juger le constat lui-même, `PUT /v1/findings/{id}/review`. · No figure depends on it: to judge the finding itself, `PUT /v1/findings/{id}/review`.',
    answer: calibrationItem,
    example: exampleItem,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_a_reviewer', 'own_finding', 'words_gone', 'not_found', 'calibration_open', 'precondition_failed', 'unsupported_media_type'],
  })
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('findingId', { schema: z.uuid() }) findingId: string,
    @Body({ schema: judgement }) body: z.output<typeof judgement>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalibrationItem> {
    const read = await itemFor(this.queries, actor, id, findingId);
    if (ifMatch !== undefined) checkIfMatch(ifMatch, resolutionTag(read));
    const seenAt = ifMatch === undefined || ifMatch.trim() === '*' ? undefined : (read.resolution?.at ?? null);
    checkDone(await this.commands.execute(new ResolveCalibrationItemCommand({ organisationId: actor.organisationId, calibrationId: id, findingId, by: actor.id }, judgementOf(body), seenAt)));
    const item = await itemFor(this.queries, actor, id, findingId);
    void reply.header('etag', resolutionTag(item));
    return item;
  }
}

/** The version of what was agreed on; `"none"` while nothing is. */
const resolutionTag = ({ resolution }: CalibrationItem): string => `"${resolution?.at ?? 'none'}"`;
