import { z } from 'zod';
import type { AsPerson } from './as-person.js';

const calibration = z.object({ id: z.uuid(), state: z.string() });
const items = z.object({ items: z.array(z.object({ findingId: z.uuid(), mine: z.unknown().nullable(), judgements: z.array(z.object({ verdict: z.string() })).nullable() })) });

interface Wanted {
  readonly name: string;
  readonly key: string;
  readonly size: number;
  readonly dueOn: string;
}

/** Three people judge the same findings blind, and differ on some; what they agree on afterwards. A second calibration has just begun. */
export async function calibrate(reviewers: readonly AsPerson[]): Promise<void> {
  const [first] = reviewers;
  const closed = await draw(first!, reviewers, { name: 'Mots qui tuent, octobre', key: 'calibration-1', size: 18, dueOn: '2026-12-11' });
  if (closed?.state === 'open') for (const [n, reviewer] of reviewers.entries()) await judge(reviewer, closed.id, n);
  if (closed !== null) await discuss(reviewers, closed.id);
  const begun = await draw(first!, reviewers, { name: 'Accueil et congé, novembre', key: 'calibration-2', size: 12, dueOn: '2026-12-18' });
  if (begun?.state === 'open') await judge(first!, begun.id, 0);
}

const draw = (by: AsPerson, reviewers: readonly AsPerson[], { name, key, size, dueOn }: Wanted) =>
  by.send('POST', '/v1/calibrations', { name, size, seed: key, dueOn, reviewers: reviewers.map(({ id }) => id) }, calibration, key);

async function judge(reviewer: AsPerson, id: string, who: number): Promise<void> {
  const { items: all } = await reviewer.get(`/v1/calibrations/${id}/items`, items);
  for (const [n, { findingId, mine }] of all.entries()) {
    if (mine !== null) continue;
    // Everybody dismisses every sixth; one or another also something that the others confirm.
    const dismisses = n % 6 === 0 || (n % 5 === 2 && n % 3 === who);
    const judgement = dismisses ? { verdict: 'dismissed', reason: who === 1 ? 'rule-too-strict' : 'wrong-context' } : { verdict: 'confirmed' };
    await reviewer.send('PUT', `/v1/calibrations/${id}/items/${findingId}/judgement`, judgement, z.unknown());
  }
}

async function discuss([first, second]: readonly AsPerson[], id: string): Promise<void> {
  const { items: all } = await first!.get(`/v1/calibrations/${id}/items`, items);
  const split = all.find(({ judgements }) => new Set((judgements ?? []).map(({ verdict }) => verdict)).size > 1);
  if (split === undefined) return;
  const route = `/v1/calibrations/${id}/items/${split.findingId}`;
  await first!.send('POST', `${route}/remarks`, { text: 'La suite propose une solution : pour moi, la règle demande trop.' }, z.unknown(), 'remark-1');
  await second!.send('POST', `${route}/remarks`, { text: 'Elle vient trois tours plus loin ; la cliente a déjà entendu « impossible ».' }, z.unknown(), 'remark-2');
  await first!.send('PUT', `${route}/resolution`, { verdict: 'confirmed', note: 'Convenu : ce qui compte est ce que la cliente entend d’abord.' }, z.unknown());
}
