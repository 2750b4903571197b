import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Calibration, REVIEWERS } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { calibrationFor, checkDone } from '../calibrations/calibration-answers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCalibration } from '../read-models/calibration.example.js';
import { calibration } from '../read-models/calibration.schema.js';
import { CloseCalibrationCommand } from './close-calibration.command.js';

@Controller('v1/calibrations')
export class CloseCalibrationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @AllowForAllTeams(...REVIEWERS)
  @Post(':id/close')
  @HttpCode(200)
  @Describe({
    id: 'closeCalibration',
    tag: 'calibrations',
    fr: 'Terminer un calibrage : chacun voit ce que tous ont dit',
    en: 'Close a calibration: everybody sees what everybody said',
    details: 'Pour de bon, aussi quand des jugements manquent. Deux fois ne fait rien de plus. · For good, also when judgements are missing. Twice does nothing more.',
    answer: calibration,
    example: exampleCalibration,
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found'],
  })
  async close(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<Calibration> {
    await calibrationFor(this.queries, actor, id);
    checkDone(await this.commands.execute(new CloseCalibrationCommand(actor.organisationId, id, actor.id)));
    return calibrationFor(this.queries, actor, id);
  }
}
