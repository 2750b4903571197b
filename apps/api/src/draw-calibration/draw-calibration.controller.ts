import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Calibration, REVIEWERS } from '#domain';
import { AllowForAllTeams, CurrentActor, pointerOf, ProblemException } from '#runtime';
import type { DrawnCalibration } from '#storage';
import { calibrationFor } from '../calibrations/calibration-answers.js';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCalibration } from '../read-models/calibration.example.js';
import { calibration, calibrationBody, type CalibrationBody } from '../read-models/calibration.schema.js';
import { DrawCalibrationCommand } from './draw-calibration.command.js';

@Controller('v1/calibrations')
export class DrawCalibrationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @AllowForAllTeams(...REVIEWERS)
  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Describe({
    id: 'drawCalibration',
    tag: 'calibrations',
    fr: 'Tirer au sort des constats que plusieurs relecteurs jugent sans se voir',
    en: 'Draw findings that several reviewers judge blind to each other',
    details:
      'Le même nombre par règle autant que possible. Aucun chiffre ne dépend de ces jugements ; ils disent si l’on entend la règle de même. · ' +
      'As many per rule as there are. No figure depends on these judgements; they tell whether a rule is understood alike.',
    answer: calibration,
    example: { ...exampleCalibration, state: 'open', closedAt: null, agreement: null },
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'nothing_to_draw', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async draw(@CurrentActor() actor: Actor, @Headers('idempotency-key') given: string | undefined, @Body({ schema: calibrationBody }) body: CalibrationBody): Promise<Calibration> {
    const { name, size, seed, reviewers, dueOn = null, channels = [], teams = [], rules = [], ...period } = body;
    const frame = { ...period, channels, teams, rules };
    const key = checkedKey(given);
    const drawn = await this.commands.execute(new DrawCalibrationCommand({ organisationId: actor.organisationId, name, frame, size, seed, reviewers, dueOn, by: actor.id, key }));
    return calibrationFor(this.queries, actor, drawnId(drawn, reviewers));
  }
}

function drawnId(drawn: DrawnCalibration, reviewers: readonly string[]): string {
  if (drawn.kind === 'done') return drawn.calibrationId;
  if (drawn.kind === 'nothing') throw new ProblemException(422, 'nothing_to_draw', { fr: 'Aucun constat ne répond à cette demande.', en: 'No finding answers this request.' });
  if (drawn.kind === 'other') {
    throw new ProblemException(422, 'idempotency_conflict', { fr: 'Cette « Idempotency-Key » a déjà servi pour un autre calibrage.', en: 'This "Idempotency-Key" was already used for another calibration.' });
  }
  throw new ProblemException(
    422,
    'unprocessable',
    { fr: 'Certaines personnes ne peuvent pas relire ce que demande ce calibrage.', en: 'Some of these people cannot review what this calibration asks for.' },
    drawn.reviewers.map((reviewer) => ({
      pointer: pointerOf(['reviewers', reviewers.indexOf(reviewer)]),
      detail: {
        fr: `« ${reviewer} » n’est pas un compte ouvert qui relit, ou ne voit pas toutes ces équipes.`,
        en: `"${reviewer}" is no open account that reviews, or does not see all of these teams.`,
      },
    })),
  );
}
