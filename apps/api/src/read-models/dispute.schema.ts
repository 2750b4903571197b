import { DISMISSAL_REASONS, type DisputeView, type OwnFindings, type Ruling, type Surroundings } from '#domain';
import { z } from 'zod';
import { agentReportRow, reportOf } from './figures.schema.js';
import { findingView } from './finding.schema.js';
import { instant, named, pageOf } from './named.schema.js';
import { words } from './said-of-finding.schema.js';

export const commentBody = z
  .strictObject({ text: words.nullable().describe('Nul : le retirer · Null: take it away') })
  .meta({ id: 'CommentWish', examples: [{ text: 'La cliente venait de me dire qu’elle avait déjà la réponse.' }] });

export const disputeBody = z
  .strictObject({ reason: words.describe('Pourquoi le constat ne tient pas, dans vos mots · Why the finding does not hold, in your words') })
  .meta({ id: 'DisputeWish', examples: [{ reason: 'Je citais la cliente : ces mots ne sont pas les miens.' }] });

const reason = words.describe('Ce que lira le conseiller · What the agent will read');

/** An overturned finding says what was wrong, as a dismissal does. */
export const rulingBody = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('upheld'), reason }),
    z.strictObject({ outcome: z.literal('overturned'), cause: z.enum(DISMISSAL_REASONS).describe('Comme la raison d’un constat écarté · Like the reason of a dismissal'), reason }),
  ])
  .meta({ id: 'RulingWish', examples: [{ outcome: 'overturned', cause: 'wrong-context', reason: 'Ces mots citent la cliente.' }] });

export const rulingOf = (body: z.output<typeof rulingBody>): Ruling => (body.outcome === 'upheld' ? { ...body, cause: null } : body);

const surroundings = z
  .strictObject({ before: z.string(), after: z.string() })
  .meta({ id: 'Surroundings', description: 'Les mots du même tour, avant et après · Words of the same turn, before and after' }) satisfies z.ZodType<Surroundings>;

export const ownFindings = z
  .strictObject({
    agent: named,
    disputeDays: z.int().min(1).describe('Jours pour contester, depuis la confirmation · Days to dispute, from the confirmation'),
    openDisputes: z.int().min(0).describe('Contestations qui attendent une réponse · Disputes that wait for an answer'),
    report: reportOf('OwnReport', agentReportRow).describe('Vos chiffres seulement ; sans ligne avant votre premier échange · Your figures only; no row before your first interaction'),
    items: z.array(
      z.strictObject({
        finding: findingView,
        surroundings: z.array(surroundings).describe('Autour de chaque extrait, dans le même ordre · Around each extract, in the same order'),
        disputableUntil: instant.nullable().describe('Fin du délai pour contester ; nul quand on ne le peut pas, ou plus · End of the period to dispute; null where one cannot, or no longer'),
      }).meta({ id: 'OwnFinding' }),
    ),
    next: z.string().nullable().describe('Curseur de la page suivante, nul à la fin · Cursor of the next page, null at the end'),
  })
  .meta({ id: 'OwnFindings' }) satisfies z.ZodType<OwnFindings>;

export const disputePage = pageOf(
  'DisputePage',
  z.strictObject({
    finding: findingView,
    resolvable: z.boolean().describe('Faux pour qui a jugé, pour le conseiller concerné, ou une fois tranchée · False for whoever judged, for the agent concerned, or once resolved'),
  }).meta({ id: 'DisputeView' }) satisfies z.ZodType<DisputeView>,
);
