import type { Report } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CsvRow, toCsv } from './csv.js';
import type { ReportRequest } from './filters.schema.js';

export interface CsvShape<Row> {
  /** File name, without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly row: (row: Row) => CsvRow;
}

/** A report as JSON, or as CSV by `?format=csv` or `Accept: text/csv`; the parameter wins over the header. */
export function answerReport<Row>(
  report: Report<Row>,
  { format, excel }: Pick<ReportRequest, 'format' | 'excel'>,
  shape: CsvShape<Row>,
  request: FastifyRequest,
  reply: FastifyReply,
): Report<Row> | string {
  void reply.header('vary', 'Accept');
  const csv = format === 'csv' || (format === undefined && prefersCsv(request.headers.accept));
  if (!csv) return report;
  void reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${shape.name}.csv"`);
  return toCsv(shape.columns, report.rows.map(shape.row), { excel: excel === 'true' });
}

/** True when text/csv is named, and before any JSON. */
function prefersCsv(accept = ''): boolean {
  const csv = accept.indexOf('text/csv');
  const json = accept.indexOf('application/json');
  return csv >= 0 && (json < 0 || csv < json);
}
