import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, FIGURE_READERS, type Report, sightOf, type TrendReportRow } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerReport } from '../http/answer-report.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleReport, exampleTrendRow } from '../read-models/examples.js';
import { trendsCsv } from './report-trends.csv.js';
import { reportTrendsRequest, type ReportTrendsRequest, reportTrendsResponse } from './report-trends.message.js';
import { ReportTrendsQuery } from './report-trends.query.js';

@Controller('v1/reports/trends')
export class ReportTrendsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportTrends',
    tag: 'reports',
    fr: 'Chiffres par jour, semaine ou mois',
    en: 'Figures per day, week or month',
    answer: reportTrendsResponse,
    example: exampleReport(exampleTrendRow),
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportTrendsRequest }) { by, format, excel, ...filter }: ReportTrendsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report<TrendReportRow> | string> {
    const report = await this.queries.execute(new ReportTrendsQuery(this.settings.organisationId, filter, by, sightOf(actor)));
    return answerReport(report, { format, excel }, trendsCsv, request, reply);
  }
}
