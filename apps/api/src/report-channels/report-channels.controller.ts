import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type ChannelReportRow, FIGURE_READERS, type Report, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerReport } from '../http/answer-report.js';
import { reportRequest, type ReportRequest } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleReport, exampleChannelRow } from '../read-models/examples.js';
import { channelsCsv } from './report-channels.csv.js';
import { reportChannelsResponse } from './report-channels.message.js';
import { ReportChannelsQuery } from './report-channels.query.js';

@Controller('v1/reports/channels')
export class ReportChannelsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportChannels',
    tag: 'reports',
    fr: 'Chiffres par canal',
    en: 'Figures per channel',
    answer: reportChannelsResponse,
    example: exampleReport(exampleChannelRow),
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportRequest }) { format, excel, ...filter }: ReportRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report<ChannelReportRow> | string> {
    const report = await this.queries.execute(new ReportChannelsQuery(this.settings.organisationId, filter, sightOf(actor)));
    return answerReport(report, { format, excel }, channelsCsv, request, reply);
  }
}
