import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type ConsistencyReport, FIGURE_READERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerReport } from '../http/answer-report.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleConsistencyRow } from '../read-models/consistency.example.js';
import { exampleReport } from '../read-models/examples.js';
import { consistencyCsv } from './report-consistency.csv.js';
import { reportConsistencyResponse } from './report-consistency.message.js';
import { ReportConsistencyQuery } from './report-consistency.query.js';
import { consistencyRequest, type ConsistencyRequest } from './report-consistency.request.js';

@Controller('v1/reports/consistency')
export class ReportConsistencyController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportConsistency',
    tag: 'reports',
    fr: 'Même partition : écarts entre agents, entre canaux et chez un même agent',
    en: 'Consistency: spread between agents, between channels and within an agent',
    details:
      'Par engagement et par règle, l’écart au-delà du hasard, toujours à côté de la moyenne : être uniformément mauvais n’est pas être bon. ' +
      'À canal et motif de contact égaux. Avec `rule` ou `commitment`, l’entonnoir par agent (limites binomiales exactes à 95 % et 99,8 %).\n\n' +
      'Per commitment and rule, spread beyond chance, always beside the mean: uniformly bad is not good. Adjusted for channel and contact reason. ' +
      'With `rule` or `commitment`, the funnel per agent (exact binomial limits at 95 % and 99.8 %).',
    answer: reportConsistencyResponse,
    example: { ...exampleReport(exampleConsistencyRow), basis: 'detected' },
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: consistencyRequest }) { format, excel, ...filter }: ConsistencyRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsistencyReport | string> {
    const report = await this.queries.execute(new ReportConsistencyQuery(this.settings.organisationId, filter, sightOf(actor)));
    return answerReport(report, { format, excel }, consistencyCsv, request, reply);
  }
}
