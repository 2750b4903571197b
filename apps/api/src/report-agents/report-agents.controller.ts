import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type AgentReportRow, FIGURE_READERS, type Report, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerReport } from '../http/answer-report.js';
import { reportRequest, type ReportRequest } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleReport, exampleAgentRow } from '../read-models/examples.js';
import { agentsCsv } from './report-agents.csv.js';
import { reportAgentsResponse } from './report-agents.message.js';
import { ReportAgentsQuery } from './report-agents.query.js';

@Controller('v1/reports/agents')
export class ReportAgentsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportAgents',
    tag: 'reports',
    fr: 'Chiffres par agent',
    en: 'Figures per agent',
    answer: reportAgentsResponse,
    example: exampleReport(exampleAgentRow),
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportRequest }) { format, excel, ...filter }: ReportRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report<AgentReportRow> | string> {
    const report = await this.queries.execute(new ReportAgentsQuery(this.settings.organisationId, filter, sightOf(actor)));
    return answerReport(report, { format, excel }, agentsCsv, request, reply);
  }
}
