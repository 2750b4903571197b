import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, FIGURE_READERS, SCORE_PARTS, type ScoreReport, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerReport } from '../http/answer-report.js';
import { formatFields, periodInOrder, reportFields } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScoreReport } from '../read-models/evaluation.example.js';
import { scoreReport } from '../read-models/evaluation.schema.js';
import { scorecardCsv } from './report-scorecard.csv.js';
import { ReportScorecardQuery } from './report-scorecard.query.js';

const { agent: _agent, ...filterFields } = reportFields;
const request = z
  .strictObject({
    scorecard: z.uuid(),
    by: z.enum(SCORE_PARTS).default('all').describe('Une ligne en tout, ou par personne, équipe ou canal · One line in all, or per person, team or channel'),
    ...filterFields,
    ...formatFields,
  })
  .check(periodInOrder);

@Controller('v1/reports/scorecards')
export class ReportScorecardController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportScorecard',
    tag: 'reports',
    fr: 'Ce que donnent les évaluations d’une grille',
    en: 'What evaluations of a scorecard come to',
    details:
      'Les notes des constats et celles des personnes ont chacune leur colonne, leur nombre et leur intervalle. Aucun classement. Les groupes trop petits, ou qu’une soustraction montrerait, ne sont pas montrés. · ' +
      'Scores of findings and those of people each have their column, count and interval. No ranking. Groups that are too small, or that a subtraction would show, are not shown.',
    answer: scoreReport,
    example: exampleScoreReport,
    csv: true,
    problems: ['invalid_query', 'unprocessable', 'not_found'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: request }) { scorecard, by, format, excel, ...filter }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScoreReport | string> {
    const report = await this.queries.execute(new ReportScorecardQuery(actor.organisationId, scorecard, by, filter, sightOf(actor)));
    if (report === null) throw noSuch('Grille publiée', 'published scorecard');
    const csv = answerReport(report, { format, excel }, scorecardCsv, sent, reply);
    return typeof csv === 'string' ? csv : report;
  }
}
