import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, FIGURE_READERS, type Report, type RuleReportRow, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerReport } from '../http/answer-report.js';
import { reportRequest, type ReportRequest } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleReport, exampleRuleRow } from '../read-models/examples.js';
import { rulesCsv } from './report-rules.csv.js';
import { reportRulesResponse } from './report-rules.message.js';
import { ReportRulesQuery } from './report-rules.query.js';

@Controller('v1/reports/rules')
export class ReportRulesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportRules',
    tag: 'reports',
    fr: 'Chiffres par règle',
    en: 'Figures per rule',
    answer: reportRulesResponse,
    example: exampleReport(exampleRuleRow),
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportRequest }) { format, excel, ...filter }: ReportRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report<RuleReportRow> | string> {
    const report = await this.queries.execute(new ReportRulesQuery(this.settings.organisationId, filter, sightOf(actor)));
    return answerReport(report, { format, excel }, rulesCsv, request, reply);
  }
}
