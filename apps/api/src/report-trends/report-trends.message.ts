import { TREND_STEPS } from '#domain';
import { z } from 'zod';
import { periodInOrder, reportRequestFields } from '../http/filters.schema.js';
import { reportOf, trendReportRow } from '../read-models/figures.schema.js';

export const reportTrendsResponse = reportOf('TrendReport', trendReportRow);

export const reportTrendsRequest = z
  .strictObject({
    ...reportRequestFields,
    by: z.enum(TREND_STEPS).default('week').describe('Pas : jour, semaine (du lundi) ou mois · Step: day, week (from Monday) or month'),
  })
  .check(periodInOrder);
export type ReportTrendsRequest = z.output<typeof reportTrendsRequest>;
