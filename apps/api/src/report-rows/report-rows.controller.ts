import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, FIGURE_READERS, sightOf } from '#domain';
import { Allow, CurrentActor, ProblemException } from '#runtime';
import { dayIn } from '#storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { toCsv } from '../http/csv.js';
import { preferredType } from '../http/preferred-type.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReadOrganisationQuery } from '../read-organisation/read-organisation.query.js';
import { exampleReportRow, type ReportRow, reportRow, reportRowsRequest, type ReportRowsRequest, ROW_COLUMNS } from './report-rows.message.js';
import { ReportRowsQuery } from './report-rows.query.js';

@Controller('v1/reports/rows')
export class ReportRowsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'reportRows',
    tag: 'reports',
    fr: 'Chiffres en lignes plates, pour Grafana et les tableurs',
    en: 'Figures as flat rows, for Grafana and spreadsheets',
    details: 'Les chiffres des autres rapports, avec ce qui y est masqué. Période en millisecondes, RFC 3339 ou jours. · The figures of the other reports, with what is hidden there. Period in milliseconds, RFC 3339 or days.',
    answer: z.array(reportRow),
    example: [exampleReportRow],
    csv: true,
    problems: ['invalid_query', 'unprocessable'],
  })
  async report(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportRowsRequest }) { by, from, to, format, excel, ...filter }: ReportRowsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly ReportRow[] | string> {
    const { organisationId } = this.settings;
    const days = await this.days(from, to);
    const rows = await this.queries.execute(new ReportRowsQuery(organisationId, by, { ...filter, ...days }, sightOf(actor)));
    void reply.header('vary', 'Accept');
    const csv = format === 'csv' || (format === undefined && preferredType(request.headers.accept, ['application/json', 'text/csv']) === 'text/csv');
    if (!csv) return rows;
    void reply.header('content-type', 'text/csv; charset=utf-8; header=present').header('content-disposition', 'attachment; filename="rows.csv"');
    return toCsv(ROW_COLUMNS, rows, { excel: excel === 'true' });
  }

  /** Days of the organisation's time zone. @throws ProblemException for a period that ends before it starts */
  private async days(from: string | Date | undefined, to: string | Date | undefined): Promise<{ from?: string; to?: string }> {
    const organisation = await this.queries.execute(new ReadOrganisationQuery(this.settings.organisationId));
    if (organisation === null) throw new Error(`no organisation ${this.settings.organisationId}`);
    const dayOf = (moment: string | Date): string => (typeof moment === 'string' ? moment : dayIn(organisation.timeZone, moment));
    const days = { ...(from !== undefined && { from: dayOf(from) }), ...(to !== undefined && { to: dayOf(to) }) };
    if (days.from === undefined || days.to === undefined || days.from <= days.to) return days;
    const words = { fr: '« to » précède « from ».', en: '"to" is before "from".' };
    throw new ProblemException(422, 'unprocessable', words, [{ pointer: '#/to', detail: words }]);
  }
}
