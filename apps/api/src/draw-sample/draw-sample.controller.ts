import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS, type ReviewSample } from '#domain';
import { AllowForAllTeams, CurrentActor, ProblemException } from '#runtime';
import type { DrawnSample } from '#storage';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReadSampleQuery } from '../read-sample/read-sample.query.js';
import { exampleSample, reviewSample, sampleBody, type SampleBody } from '../read-models/review-sample.schema.js';
import { DrawSampleCommand } from './draw-sample.command.js';

@Controller('v1/samples')
export class DrawSampleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams(...REVIEWERS)
  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Describe({
    id: 'drawSample',
    tag: 'reviews',
    fr: 'Tirer au sort des échanges à relire en entier',
    en: 'Draw interactions at random, to be reviewed whole',
    details:
      'Par strates : canal × équipe × signalé ou non, pour que l’on mesure ce qu’une règle relève à tort et ce qu’elle manque. La probabilité de chaque tirage est gardée, la graine inscrite au journal. · ' +
      'By strata: channel × team × flagged or not, so that one measures what a rule marks wrongly and what it misses. The probability of each draw is kept, the seed journalled.',
    answer: reviewSample,
    example: exampleSample,
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'nothing_to_draw', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async draw(@CurrentActor() actor: Actor, @Headers('idempotency-key') given: string | undefined, @Body({ schema: sampleBody }) body: SampleBody): Promise<ReviewSample> {
    const { organisationId } = this.settings;
    const { name, size, seed, reviewers = [], dueOn = null, channels = [], teams = [], rules = [], ...period } = body;
    const frame = { ...period, channels, teams, rules };
    const key = checkedKey(given);
    const drawn = await this.commands.execute(new DrawSampleCommand({ organisationId, name, frame, size, seed, reviewers, dueOn, by: actor.id, key }));
    const sample = await this.queries.execute(new ReadSampleQuery(organisationId, drawnId(drawn), 'all'));
    return sample!;
  }
}

function drawnId(drawn: DrawnSample): string {
  if (drawn.kind === 'done') return drawn.sampleId;
  if (drawn.kind === 'nothing') {
    throw new ProblemException(422, 'nothing_to_draw', {
      fr: 'Aucun échange où un conseiller a parlé ne répond à cette demande.',
      en: 'No interaction in which an agent spoke answers this request.',
    });
  }
  throw new ProblemException(422, 'idempotency_conflict', {
    fr: 'Cette « Idempotency-Key » a déjà servi pour un autre échantillon.',
    en: 'This "Idempotency-Key" was already used for another sample.',
  });
}
