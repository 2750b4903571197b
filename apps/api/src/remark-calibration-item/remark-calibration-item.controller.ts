import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type CalibrationItem, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { calibrationFor, checkDone, itemFor } from '../calibrations/calibration-answers.js';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleItem } from '../read-models/calibration.example.js';
import { calibrationItem, remarkBody } from '../read-models/calibration.schema.js';
import { RemarkCalibrationItemCommand } from './remark-calibration-item.command.js';

@Controller('v1/calibrations/:id/items/:findingId/remarks')
export class RemarkCalibrationItemController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Describe({
    id: 'remarkCalibrationItem',
    tag: 'calibrations',
    fr: 'Discuter un constat d’un calibrage terminé',
    en: 'Discuss a finding of a closed calibration',
    answer: calibrationItem,
    example: exampleItem,
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'idempotency_conflict', 'invalid_path', 'not_a_reviewer', 'not_found', 'calibration_open', 'unsupported_media_type'],
  })
  async remark(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('findingId', { schema: z.uuid() }) findingId: string,
    @Headers('idempotency-key') given: string | undefined,
    @Body({ schema: remarkBody }) { text }: z.output<typeof remarkBody>,
  ): Promise<CalibrationItem> {
    const requestKey = checkedKey(given);
    await calibrationFor(this.queries, actor, id);
    checkDone(await this.commands.execute(new RemarkCalibrationItemCommand({ organisationId: actor.organisationId, calibrationId: id, findingId, by: actor.id }, text, requestKey)));
    return itemFor(this.queries, actor, id, findingId);
  }
}
