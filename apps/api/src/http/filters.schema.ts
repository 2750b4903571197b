import { z } from 'zod';
import { channel } from '../read-models/named.schema.js';
import { day, kept } from '../read-models/text.schema.js';

/** An id in the company's systems. */
export const ref = kept(256);

export const periodFields = {
  from: day
    .optional()
    .describe('Premier jour, inclus, dans le fuseau de l’organisation · First day, inclusive, in the organisation’s time zone'),
  to: day.optional().describe('Dernier jour, inclus · Last day, inclusive'),
};

export const reportFields = {
  ...periodFields,
  channel: channel.optional().describe('Canal · Channel'),
  agent: ref.optional().describe('`ref` d’un agent · of an agent'),
  team: ref.optional().describe('`ref` d’une équipe · of a team'),
};

export const pageFields = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Éléments par page · Items per page'),
  cursor: z.string().min(1).max(500).optional().describe('Curseur d’un lien « next » · Cursor of a "next" link'),
};

/** For `.check()`: a period that ends before it starts is a mistake, not an empty answer. */
export const periodInOrder = z.refine<{ from?: string | undefined; to?: string | undefined }>(
  ({ from, to }) => from === undefined || to === undefined || from <= to,
  { path: ['to'], error: '« to » précède « from » · "to" is before "from"' },
);

/** An address without parameters: one given is a mistake to be told, as everywhere. */
export const noParameters = z.strictObject({});

/** How a report is written: the same parameters on each. */
export const formatFields = {
  format: z.enum(['json', 'csv']).optional().describe('Comme `Accept` · Like `Accept`'),
  excel: z
    .enum(['true', 'false'])
    .optional()
    .describe('CSV pour un Excel français : BOM, `;`, virgule décimale · CSV for a French Excel: BOM, `;`, decimal comma'),
};

export const reportRequestFields = { ...reportFields, ...formatFields };

export const reportRequest = z.strictObject(reportRequestFields).check(periodInOrder);
export type ReportRequest = z.output<typeof reportRequest>;
