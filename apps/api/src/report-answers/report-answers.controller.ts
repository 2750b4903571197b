import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type AnswersReport, sightOf, TEAM_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerReport } from '../http/answer-report.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleAnsweredQuestion } from '../read-models/answers.example.js';
import { exampleReport } from '../read-models/examples.js';
import { answersCsv, linesOf } from './report-answers.csv.js';
import { reportAnswersResponse } from './report-answers.message.js';
import { ReportAnswersQuery } from './report-answers.query.js';
import { answersRequest, type AnswersRequest } from './report-answers.request.js';

@Controller('v1/reports/consistency/answers')
export class ReportAnswersController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** It holds words, not figures alone. */
  @Allow(...TEAM_READERS)
  @Get()
  @Describe({
    id: 'reportAnswers',
    tag: 'reports',
    fr: 'Même question, réponses différentes : délais, montants, conditions, oui ou non, par motif de contact',
    en: 'Same question, different answers: delays, amounts, conditions, yes or no, by contact reason',
    details:
      'Une réponse par échange et par agent ; de plusieurs paroles sur un même point, la dernière. Les groupes trop petits ne sont pas montrés, et les agents ne le sont que si l’organisation ' +
      'montre des chiffres que personne n’a confirmés. `topic` ajoute les extraits.\n\n' +
      'One answer per interaction and agent; of several words on one point the last. Groups too small are not shown, and agents only where the organisation shows figures that nobody has ' +
      'confirmed. `topic` adds the extracts.',
    answer: reportAnswersResponse,
    example: { ...exampleReport(exampleAnsweredQuestion), basis: 'detected' },
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: answersRequest }) { format, excel, ...filter }: AnswersRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswersReport | string> {
    const report = await this.queries.execute(new ReportAnswersQuery(this.settings.organisationId, filter, sightOf(actor)));
    const lines = { ...report, rows: report.rows.flatMap(linesOf) };
    const answer = answerReport(lines, { format, excel }, answersCsv, request, reply);
    return typeof answer === 'string' ? answer : report;
  }
}
