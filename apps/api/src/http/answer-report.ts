import type { Report } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CsvRow, toCsv } from './csv.js';
import type { ReportRequest } from './filters.schema.js';
import { preferredType } from './preferred-type.js';

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
  const csv = format === 'csv' || (format === undefined && preferredType(request.headers.accept, ['application/json', 'text/csv']) === 'text/csv');
  if (!csv) return report;
  void reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${shape.name}.csv"`);
  return toCsv(shape.columns, report.rows.map(shape.row), { excel: excel === 'true' });
}
