import { type Named, type Names, POLARITIES, type RulebookIdentity, SEVERITIES, CHANNELS, FINDING_STATUSES, type WordsGone } from '#domain';
import { z } from 'zod';

export const names = z
  .record(z.string(), z.string())
  .describe('Les comptes et les clés dont l’identifiant figure ici, par leur nom · Accounts and keys whose ids stand here, by their names') satisfies z.ZodType<Names>;

export const named = z
  .strictObject({
    ref: z.string().describe('Identifiant dans les systèmes de l’entreprise · Id in the company’s systems'),
    name: z.string().nullable(),
  })
  .meta({ id: 'Named', examples: [{ ref: 'agent-07', name: 'Camille Roux' }] }) satisfies z.ZodType<Named>;

/** No examples here: the documentation page would fill them into every optional filter. */
export const channel = z.enum(CHANNELS).meta({ id: 'Channel', description: 'Canal · Channel' });

export const severity = z.enum(SEVERITIES).meta({ id: 'Severity', description: 'Gravité, croissante · Severity, ascending' });

export const polarity = z.enum(POLARITIES).meta({
  id: 'Polarity',
  description: '`violation` : écart · `merit` : point fort',
});

export const findingStatus = z.enum(FINDING_STATUSES).meta({
  id: 'FindingStatus',
  description: 'Détecté par l’analyse, puis confirmé ou écarté par une personne, ou contesté par le conseiller · Detected, then confirmed or dismissed by a person, or disputed by the agent',
});

export const instant = z.iso.datetime({ offset: true }).describe('RFC 3339').meta({ examples: ['2026-09-14T09:12:00.000Z'] });

export const wordsGone = z
  .strictObject({ on: z.iso.date(), afterDays: z.int().min(1).describe('La durée de conservation d’alors · The period of retention at that time') })
  .meta({ id: 'WordsGone' })
  .nullable()
  .describe('Les mots sont effacés, leur durée passée ; nul tant qu’ils sont gardés · The words are gone, their period over; null while they are kept') satisfies z.ZodType<WordsGone | null>;

export const rulebookIdentity = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    hash: z.string().describe('SHA-256 du contenu · SHA-256 of the content'),
  })
  .meta({
    id: 'RulebookIdentity',
    examples: [{ name: 'exemple', version: '1.0.0', hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
  }) satisfies z.ZodType<RulebookIdentity>;

/** One page of anything, by keyset. */
export const pageOf = <Item extends z.ZodType>(id: string, item: Item) =>
  z
    .strictObject({
      items: z.array(item),
      next: z
        .string()
        .nullable()
        .describe('Curseur de la page suivante, nul à la fin · Cursor of the next page, null at the end'),
    })
    .meta({ id });
