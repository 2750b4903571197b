import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, FIGURE_READERS, type Report, sightOf, type TeamReportRow } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerReport } from '../http/answer-report.js';
import { reportRequest, type ReportRequest } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleReport, exampleTeamRow } from '../read-models/examples.js';
import { teamsCsv } from './report-teams.csv.js';
import { reportTeamsResponse } from './report-teams.message.js';
import { ReportTeamsQuery } from './report-teams.query.js';

@Controller('v1/reports/teams')
export class ReportTeamsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportTeams',
    tag: 'reports',
    fr: 'Chiffres par équipe',
    en: 'Figures per team',
    answer: reportTeamsResponse,
    example: exampleReport(exampleTeamRow),
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportRequest }) { format, excel, ...filter }: ReportRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report<TeamReportRow> | string> {
    const report = await this.queries.execute(new ReportTeamsQuery(this.settings.organisationId, filter, sightOf(actor)));
    return answerReport(report, { format, excel }, teamsCsv, request, reply);
  }
}
