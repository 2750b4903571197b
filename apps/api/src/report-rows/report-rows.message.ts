import { CHANNELS, POLARITIES, TREND_STEPS } from '#domain';
import { z } from 'zod';
import { formatFields, reportFields } from '../http/filters.schema.js';

export const ROW_SPLITS = ['channel', 'team', 'rule', ...TREND_STEPS] as const;
export type RowSplit = (typeof ROW_SPLITS)[number];

const LAST_INSTANT = Date.parse('9999-12-31T00:00:00Z');
const FIRST_INSTANT = Date.parse('0001-01-02T00:00:00Z');
const instantOf = (text: string): number => (/^-?\d{1,15}$/.test(text) ? Number(text) : Date.parse(text));

/** Milliseconds since 1970, RFC 3339, or a day: what `${__from}` and `${__from:date:iso}` of Grafana send. */
const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true }), z.string().regex(/^-?\d{1,15}$/)])
  .refine((text) => {
    const at = instantOf(text);
    return at >= FIRST_INSTANT && at <= LAST_INSTANT;
  })
  .transform((text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : new Date(instantOf(text))));

export const reportRowsRequest = z.strictObject({
  by: z.enum(ROW_SPLITS).default('channel').describe('Une ligne par canal, équipe, règle, ou jour, semaine, mois · A row per channel, team, rule, or day, week, month'),
  from: moment.optional().describe('Millisecondes, RFC 3339 ou jour ; le jour entier compte · Milliseconds, RFC 3339 or a day; the whole day counts'),
  to: moment.optional().describe('De même, inclus · Likewise, inclusive'),
  channel: reportFields.channel,
  team: reportFields.team,
  ...formatFields,
});
export type ReportRowsRequest = z.output<typeof reportRowsRequest>;

const count = z.int().min(0).nullable();
const rate = z.number().min(0).max(1).nullable();

export const reportRow = z
  .strictObject({
    period: z.iso.date().nullable().describe('Premier jour de la ligne ; nul : le début n’est pas borné · First day of the row; null: no beginning was named'),
    team: z.string().nullable().describe('Nom, ou `ref` sans nom · Name, or `ref` without one'),
    channel: z.enum(CHANNELS).nullable(),
    rule: z.string().nullable(),
    commitment: z.string().nullable().describe('L’engagement que la règle sert · The commitment that the rule serves'),
    polarity: z.enum(POLARITIES).nullable(),
    n: count.describe('Échanges : le dénominateur des parts · Interactions: the denominator of the rates'),
    findings: count.describe('Écarts · Violations'),
    merits: count.describe('Points forts · Merits'),
    rate: rate.describe('Part des échanges avec au moins un écart (une règle de points forts : un point fort) · Share of interactions with a violation (of a rule for merits: a merit)'),
    low: rate.describe('Intervalle de Wilson à 95 % · 95 % Wilson interval'),
    high: rate,
    meritRate: rate.describe('Part avec au moins un point fort · Share with at least one merit'),
    meritLow: rate,
    meritHigh: rate,
    suppressed: z.literal('group-too-small').nullable().describe('Groupe trop petit : aucun chiffre · Group too small: no figures'),
    countedFrom: z.iso.date().nullable().describe('Premier jour compté ; voir `counted` des rapports · First day counted; see `counted` of the reports'),
    countedTo: z.iso.date().nullable().describe('Dernier jour compté · Last day counted'),
  })
  .meta({ id: 'ReportRow' });
export type ReportRow = z.output<typeof reportRow>;

export const ROW_COLUMNS = Object.keys(reportRow.shape);

export const exampleReportRow: ReportRow = {
  period: '2026-09-07',
  team: null,
  channel: 'email',
  rule: null,
  commitment: null,
  polarity: null,
  n: 80,
  findings: 15,
  merits: 41,
  rate: 0.15,
  low: 0.088,
  high: 0.244,
  meritRate: 0.4,
  meritLow: 0.3,
  meritHigh: 0.509,
  suppressed: null,
  countedFrom: '2026-09-07',
  countedTo: '2026-09-13',
};
