import type { AgentReportRow, ChannelReportRow, CountedDays, Figures, Proportion, RuleObservation, RuleReportRow, SampledRule, SampledShare, TeamReportRow, TrendReportRow } from '#domain';
import { z } from 'zod';
import { channel, instant, named, polarity, severity } from './named.schema.js';

const count = z.int().min(0);

export const proportion = z
  .strictObject({
    numerator: count,
    denominator: count,
    rate: z.number().min(0).max(1).nullable().describe('Nul quand le dénominateur est 0, ou pour une personne dont rien n’est encore revu · Null when the denominator is 0, or for a person of whom nothing is reviewed yet'),
    interval: z
      .strictObject({ low: z.number(), high: z.number(), level: z.number() })
      .nullable()
      .describe('Intervalle de Wilson · Wilson score interval'),
  })
  .meta({
    id: 'Proportion',
    examples: [{ numerator: 12, denominator: 80, rate: 0.15, interval: { low: 0.088, high: 0.244, level: 0.95 } }],
  }) satisfies z.ZodType<Proportion>;

const figureFields = {
  interactions: count,
  withViolation: proportion.describe('Interactions avec au moins un écart · Interactions with at least one violation'),
  withMerit: proportion.describe('Interactions avec au moins un point fort · Interactions with at least one merit'),
  violations: count,
  merits: count,
};

export const figures = z.strictObject(figureFields).meta({ id: 'Figures' }) satisfies z.ZodType<Figures>;

const suppressed = z.literal('group-too-small').nullable().meta({
  id: 'Suppressed',
  description:
    'Groupe trop petit pour être montré sans montrer une personne · Group too small to be shown without showing a person',
});

const counted = z
  .strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() })
  .nullable()
  .meta({
    id: 'CountedDays',
    description:
      'Jours comptés, inclus : ceux demandés, moins ceux qui montreraient une personne par soustraction de deux réponses, et jamais le jour en cours ; nul sans chiffres, ou d’une borne laissée ouverte · ' +
      'Days counted, inclusive: those asked for, less those that would show a person by subtracting two answers, and never the present day; null without figures, or of an end left open',
    examples: [{ from: '2026-09-01', to: '2026-09-27' }],
  }) satisfies z.ZodType<CountedDays | null>;

export const agentReportRow = z
  .strictObject({
    ...figureFields,
    agent: named,
    team: named.nullable(),
    awaitingReview: count.describe('Constats que personne n’a encore jugés · Findings that nobody has judged yet'),
  })
  .meta({ id: 'AgentReportRow' }) satisfies z.ZodType<AgentReportRow>;

export const channelReportRow = z
  .strictObject({ channel, figures: figures.nullable(), suppressed, counted })
  .meta({ id: 'ChannelReportRow' }) satisfies z.ZodType<ChannelReportRow>;

export const teamReportRow = z
  .strictObject({
    team: named.nullable().describe('Nul : agents sans équipe · Null: agents without a team'),
    figures: figures.nullable(),
    suppressed,
    counted,
  })
  .meta({ id: 'TeamReportRow' }) satisfies z.ZodType<TeamReportRow>;

export const trendReportRow = z
  .strictObject({
    from: z.iso.date().describe('Premier jour, inclus · First day, inclusive'),
    to: z.iso.date().describe('Dernier jour, inclus · Last day, inclusive'),
    figures: figures.nullable(),
    suppressed,
    counted,
  })
  .meta({ id: 'TrendReportRow' }) satisfies z.ZodType<TrendReportRow>;

const sampledShare = z
  .strictObject({
    numerator: count.describe('Jugés dans l’échantillon, sans poids · Judged in the sample, unweighted'),
    denominator: count,
    rate: z.number().min(0).max(1).describe('Pondéré par l’inverse de la probabilité de tirage · Weighted by one over the probability of the draw'),
    interval: z.strictObject({ low: z.number(), high: z.number(), level: z.number() }).describe('Wilson, sur la taille effective · on the effective size'),
    effectiveSize: z.number().min(0),
  })
  .meta({ id: 'SampledShare' }) satisfies z.ZodType<SampledShare>;

const sampledRule = z
  .strictObject({
    samples: count,
    interactions: count.describe('Interactions relues en entier · Interactions judged whole'),
    precision: sampledShare.nullable().describe('De ce qu’elle relève, ce qui tient · Of what it finds, what holds'),
    recall: sampledShare.nullable().describe('De ce qu’elle devrait relever, ce qu’elle relève · Of what it should find, what it finds'),
  })
  .meta({ id: 'SampledRule' }) satisfies z.ZodType<SampledRule>;

const ruleObservation = z
  .strictObject({
    ruleId: z.string(),
    since: instant,
    confirmed: count,
    judged: count,
    low: z.number().describe('Borne basse de la part de constats qui tiennent · Lower bound of the share of findings that hold'),
    threshold: z.number().describe('Seuil de l’organisation · The organisation’s threshold'),
  })
  .meta({ id: 'RuleObservation' }) satisfies z.ZodType<RuleObservation>;

export const ruleReportRow = z
  .strictObject({
    ruleId: z.string(),
    polarity,
    severity,
    why: z.string().describe('En quoi la règle sert le client · How the rule serves the customer'),
    flagged: proportion
      .nullable()
      .describe('Interactions signalées / interactions où la règle a pu s’appliquer · Flagged / could run'),
    findings: count.nullable(),
    notChecked: count.describe('Interactions où la règle n’a pas pu s’appliquer · Interactions where it could not run'),
    precision: proportion.describe(
      'Constats confirmés / constats jugés en revue, tous agents confondus · Findings confirmed / findings judged, over all agents',
    ),
    sampled: sampledRule.nullable().describe('D’après les échantillons tirés au sort ; nul tant qu’aucun ne dit rien · From random samples; null until one says something'),
    observation: ruleObservation.nullable().describe('Règle en observation : ses constats ne comptent pour personne · Under observation: its findings count for no one'),
    suppressed,
    counted,
  })
  .meta({ id: 'RuleReportRow' }) satisfies z.ZodType<RuleReportRow>;

/** A report with its basis, period and lag. */
export const reportOf = <Row extends z.ZodType>(id: string, row: Row) =>
  z
    .strictObject({
      basis: z
        .enum(['confirmed', 'detected'])
        .describe('Constats comptés : confirmés par une personne, ou aussi détectés · Findings counted: confirmed, or detected too'),
      period: z.strictObject({
        from: z.iso.date().nullable(),
        to: z.iso.date().nullable(),
        timeZone: z.string().meta({ examples: ['Europe/Paris'] }),
      }),
      lag: count.describe('Retard des vues sur le journal, en entrées · Entries of the journal the views have yet to read'),
      rows: z.array(row),
    })
    .meta({ id });
