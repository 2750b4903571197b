import { SPREAD_VERDICTS, type ChannelGap, type ConsistencyRow, type Funnel, type FunnelPoint, type Spread } from '#domain';
import { z } from 'zod';
import { proportion } from './figures.schema.js';
import { channel, named, polarity } from './named.schema.js';

const count = z.int().min(0);
export const interval = z.strictObject({ low: z.number(), high: z.number(), level: z.number() }).meta({ id: 'Interval' });

export const verdict = z.enum(SPREAD_VERDICTS).meta({
  id: 'SpreadVerdict',
  description:
    'Au-delà du hasard, rien de sûr, ou pas assez de données : une réponse normale · Beyond chance, nothing certain, or not enough data: a normal answer',
});

export const spread = z
  .strictObject({
    verdict,
    groups: count.describe('Groupes comparés · Groups compared'),
    leftOut: count.describe('Groupes trop petits pour être comparés · Groups too small to be compared'),
    deviation: z
      .number()
      .min(0)
      .nullable()
      .describe('Écart type des taux vrais, hasard déduit : 0,03 = 3 points · Standard deviation of true rates, chance taken out: 0.03 = 3 points'),
    interval: interval.nullable().describe('De l’écart type, bilatéral · Of the deviation, two-sided'),
    p: z.number().min(0).max(1).nullable().describe('Probabilité, au hasard seul, d’un écart au moins aussi grand · Probability of at least this spread by chance alone'),
    q: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('`p` corrigé du nombre de lignes comparées (Benjamini-Hochberg) ; verdict à 5 % · `p` adjusted for how many lines are compared; verdict at 5 %'),
  })
  .meta({ id: 'Spread' }) satisfies z.ZodType<Spread>;

export const channelGap = z
  .strictObject({
    channel,
    flagged: proportion,
    difference: z
      .number()
      .nullable()
      .describe('Observé moins attendu, à motifs de contact égaux, en part · Observed less expected on the same contact reasons, as a share'),
    interval: interval.nullable(),
    verdict,
  })
  .meta({ id: 'ChannelGap' }) satisfies z.ZodType<ChannelGap>;

const funnelPoint = z
  .strictObject({
    agent: named,
    team: named.nullable(),
    flagged: proportion,
    expected: z.number().min(0).max(1).describe('Ce que donnent les taux de tous sur ses canaux et motifs · What everybody’s rates give on the same channels and reasons'),
    limits: z.array(
      z.strictObject({
        level: z.union([z.literal(0.95), z.literal(0.998)]),
        low: count.describe('Nombre le plus bas que le hasard explique · Lowest count that chance explains'),
        high: count,
      }),
    ),
    position: z
      .enum(['within', 'above-95', 'above-99.8', 'below-95', 'below-99.8', 'not-enough-data'])
      .describe('Hors limites quoi que donne la revue des constats en attente · Outside whatever becomes of the findings that wait'),
  })
  .meta({ id: 'FunnelPoint' }) satisfies z.ZodType<FunnelPoint>;

export const funnel = z
  .strictObject({
    basis: z.enum(['confirmed', 'detected']),
    mean: proportion,
    overdispersion: z.number().nullable().describe('1 : ce que donne le hasard · 1: what chance gives'),
    undecided: count.describe('Interactions dont un constat attend la revue · Interactions with a finding that awaits review'),
    points: z.array(funnelPoint).describe('Par identifiant : ce n’est pas un classement · By ref: not a ranking'),
  })
  .meta({ id: 'Funnel' }) satisfies z.ZodType<Funnel>;

export const consistencyRow = z
  .strictObject({
    subject: z.enum(['commitment', 'rule']),
    id: z.string(),
    text: z.string().nullable(),
    commitment: z.string(),
    polarity,
    counted: z
      .strictObject({ from: z.iso.date(), to: z.iso.date() })
      .nullable()
      .describe(
        'Jours comptés : ceux demandés, moins ceux qui, au bord de la période, montreraient une personne par soustraction · Days counted: those asked for, less those at its ends that would show a person by subtraction',
      ),
    agents: count.nullable(),
    mean: proportion.nullable().describe('Interactions, une fois par agent qui s’y exprime · Interactions, once per agent who spoke in them'),
    betweenAgents: spread.nullable(),
    betweenChannels: spread.nullable(),
    withinAgent: spread.nullable().describe('D’une semaine à l’autre, chez un même agent · From week to week, of the same agent'),
    channels: z.array(channelGap),
    funnel: funnel.nullable().describe('Seulement quand `rule` ou `commitment` est donné · Only when `rule` or `commitment` is given'),
    suppressed: z.literal('group-too-small').nullable(),
  })
  .meta({ id: 'ConsistencyRow' }) satisfies z.ZodType<ConsistencyRow>;
