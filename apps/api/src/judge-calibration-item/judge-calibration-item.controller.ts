import { Body, Controller, Param, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type CalibrationItem, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { calibrationFor, checkDone, itemFor } from '../calibrations/calibration-answers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleItem } from '../read-models/calibration.example.js';
import { calibrationItem } from '../read-models/calibration.schema.js';
import { judgement, judgementOf } from '../read-models/review.schema.js';
import { JudgeCalibrationItemCommand } from './judge-calibration-item.command.js';

@Controller('v1/calibrations/:id/items/:findingId/judgement')
export class JudgeCalibrationItemController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Put()
  @Describe({
    id: 'judgeCalibrationItem',
    tag: 'calibrations',
    fr: 'Juger un constat d’un calibrage, sans savoir ce que disent les autres',
    en: 'Judge a finding of a calibration, not knowing what others say',
    details: 'Le dernier jugement attendu termine le calibrage. Inscrit au journal. · The last judgement that was waited for closes the calibration. Journalled.',
    answer: calibrationItem,
    example: { ...exampleItem, judgements: null, remarks: [], resolution: null },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_a_reviewer', 'own_finding', 'words_gone', 'not_found', 'calibration_closed', 'unsupported_media_type'],
  })
  async judge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('findingId', { schema: z.uuid() }) findingId: string,
    @Body({ schema: judgement }) body: z.output<typeof judgement>,
  ): Promise<CalibrationItem> {
    await calibrationFor(this.queries, actor, id);
    checkDone(await this.commands.execute(new JudgeCalibrationItemCommand({ organisationId: actor.organisationId, calibrationId: id, findingId, by: actor.id }, judgementOf(body))));
    return itemFor(this.queries, actor, id, findingId);
  }
}
