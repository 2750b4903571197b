import { z } from 'zod';
import type { AsPerson } from './as-person.js';

const own = z.object({ items: z.array(z.object({ finding: z.object({ id: z.uuid(), polarity: z.string() }), disputableUntil: z.string().nullable() })) });
const disputes = z.object({ items: z.array(z.object({ resolvable: z.boolean(), finding: z.object({ id: z.uuid() }) })) });

const REASONS = [
  'Je reprenais les mots de la cliente pour m’assurer d’avoir compris.',
  'La phrase suivante propose une solution : l’échange n’est pas fermé.',
  'Le délai annoncé est celui de la fiche transport du jour.',
] as const;

export const hasDisputes = async (who: AsPerson): Promise<boolean> => (await who.get('/v1/disputes?limit=1', disputes)).items.length > 0;

/** Agents dispute what was confirmed of them, and comment on it; one dispute is upheld, one overturned, the others wait. */
export async function disputeFindings(agents: readonly AsPerson[], reviewers: readonly AsPerson[]): Promise<void> {
  for (const [n, agent] of agents.entries()) {
    const { items } = await agent.get('/v1/me/findings?polarity=violation&status=confirmed&limit=50', own);
    for (const [m, { finding }] of items.filter(({ disputableUntil }) => disputableUntil !== null).slice(0, 2).entries()) {
      await agent.send('PUT', `/v1/findings/${finding.id}/comment`, { text: 'J’aurais pu le dire autrement, c’est vrai.' }, z.unknown());
      await agent.send('POST', `/v1/findings/${finding.id}/dispute`, { reason: REASONS[(2 * n + m) % REASONS.length]! }, z.unknown(), `dispute-${finding.id}`);
    }
  }
  for (const answer of ANSWERS) await answerOne(reviewers, answer);
}

const ANSWERS = [
  { outcome: 'overturned', cause: 'wrong-context', reason: 'En effet : ces mots citent la cliente. Le constat est retiré de vos chiffres.' },
  { outcome: 'upheld', reason: 'La solution vient après que la cliente a insisté : le constat reste, merci de l’avoir signalé.' },
] as const;

/** By whoever may: not who gave the judgement. */
async function answerOne(reviewers: readonly AsPerson[], answer: (typeof ANSWERS)[number]): Promise<void> {
  for (const reviewer of reviewers) {
    const { items } = await reviewer.get('/v1/disputes?state=open&limit=50', disputes);
    const open = items.find(({ resolvable }) => resolvable);
    if (open === undefined) continue;
    await reviewer.send('PUT', `/v1/findings/${open.finding.id}/dispute/resolution`, answer, z.unknown());
    return;
  }
}
