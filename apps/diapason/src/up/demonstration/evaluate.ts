import { z } from 'zod';
import { SAMPLE_SCORECARD } from '../sample-scorecard.js';
import type { AsPerson } from './as-person.js';

const scorecards = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string() })) });
const interactions = z.object({ items: z.array(z.object({ id: z.uuid() })) });
const evaluation = z.object({ id: z.uuid(), state: z.string() });

/** Answers to the questions of the sample scorecard that only a person can answer, one set after the other. */
const ANSWERS = [
  { nom: 'yes', ecoute: 'oui', reponse: 'yes', suite: 'yes' },
  { nom: 'yes', ecoute: 'en-partie', reponse: 'yes', suite: 'no' },
  { nom: 'na', ecoute: 'oui', reponse: 'yes', suite: 'yes' },
  { nom: 'no', ecoute: 'en-partie', reponse: 'no' },
] as const;
/** Interactions of each agent that are evaluated. */
const EACH = 4;

/** Supervisors fill the sample scorecard in for some interactions of each agent; the agents who look in acknowledge their first. */
export async function evaluate(reviewers: readonly AsPerson[], agents: readonly { readonly ref: string; readonly self?: AsPerson }[]): Promise<void> {
  const [first] = reviewers;
  const scorecard = (await first!.get('/v1/scorecards', scorecards)).items.find(({ name }) => name === SAMPLE_SCORECARD);
  if (scorecard === undefined) return;
  for (const [a, { ref, self }] of agents.entries()) {
    const { items } = await first!.get(`/v1/interactions?agent=${ref}&limit=${EACH}`, interactions);
    for (const [n, { id }] of items.entries()) {
      const reviewer = reviewers[(a + n) % reviewers.length]!;
      const begun = await reviewer.send('POST', `/v1/interactions/${id}/evaluations`, { scorecard: scorecard.id, agent: ref }, evaluation, `evaluation-${id}-${ref}`);
      if (begun?.state !== 'draft') continue;
      const answers = Object.entries(ANSWERS[(a + n) % ANSWERS.length]!).map(([criterion, answer]) => ({ criterion, answer }));
      await reviewer.send('PUT', `/v1/evaluations/${begun.id}/answers`, { answers }, z.unknown());
      await reviewer.send('POST', `/v1/evaluations/${begun.id}/submission`, {}, z.unknown());
      if (n === 0) await self?.send('PUT', `/v1/evaluations/${begun.id}/acknowledgement`, {}, z.unknown());
    }
  }
}
