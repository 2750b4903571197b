import { z } from 'zod';
import type { AsPerson } from './as-person.js';

const sample = z.object({ id: z.uuid() });
const queue = z.object({
  items: z.array(z.object({ interactionId: z.uuid(), sampled: z.object({ completed: z.unknown().nullable() }).nullable() })),
});
const findings = z.object({ items: z.array(z.object({ id: z.uuid(), status: z.string() })) });

/** A sample drawn at random, a third of it reviewed whole, and two interactions given to somebody to review by a date. */
export async function drawSample(supervisor: AsPerson, other: AsPerson): Promise<void> {
  const wish = { name: 'Septembre et octobre, toutes les règles', from: '2026-09-01', to: '2026-10-31', size: 36, seed: 'demonstration', reviewers: [supervisor.id, other.id], dueOn: '2026-12-15' };
  const drawn = await supervisor.send('POST', '/v1/samples', wish, sample, 'sample-1');
  if (drawn === null) return;
  const { items } = await supervisor.get(`/v1/queues/${drawn.id}/items?limit=50`, queue);
  for (const { interactionId, sampled } of items.slice(0, 12)) {
    if (sampled === null || sampled.completed !== null) continue;
    const { items: found } = await supervisor.get(`/v1/findings?interaction=${interactionId}&limit=50`, findings);
    for (const { id, status } of found) if (status === 'detected') await supervisor.send('PUT', `/v1/findings/${id}/review`, { verdict: 'confirmed' }, z.unknown());
    await supervisor.send('PUT', `/v1/samples/${drawn.id}/items/${interactionId}/completion`, {}, z.unknown());
  }
  const { items: waiting } = await other.get('/v1/queues/new/items?limit=2', queue);
  for (const { interactionId } of waiting) await other.send('PUT', `/v1/interactions/${interactionId}/assignment`, { to: other.id, dueOn: '2026-12-04' }, z.unknown());
}
