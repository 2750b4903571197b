import { z } from 'zod';
import type { AsPerson } from './as-person.js';

const page = z.object({ items: z.array(z.object({ id: z.uuid(), status: z.string(), polarity: z.string(), ruleId: z.string(), interactionId: z.uuid() })), next: z.string().nullable() });
export type SeenFinding = z.output<typeof page>['items'][number];

/** Why a sample finding does not hold, in turn. */
const DISMISSALS = [
  { reason: 'wrong-context', note: 'La cliente plaisante, l’agente aussi.' },
  { reason: 'rule-too-strict', note: 'La suite de la phrase ouvre une solution.' },
  { reason: 'transcription', note: 'À l’écoute, le mot n’y est pas.' },
  { reason: 'wrong-words', note: 'Le mot vise le transporteur, pas la cliente.' },
] as const;

/** Every finding there is, in an order that is the same at every start. */
export async function everyFinding(who: AsPerson): Promise<SeenFinding[]> {
  const found: SeenFinding[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { items, next }: z.output<typeof page> = await who.get(`/v1/findings?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, page);
    found.push(...items);
    cursor = next;
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How many judgements are on their way at a time. */
const AT_ONCE = 6;

/** The two supervisors judge one finding of five, one in nine of those wrong; what is left waits in the queues. */
export async function reviewFindings(reviewers: readonly AsPerson[], findings: readonly SeenFinding[], onProgress: (done: number, total: number) => void): Promise<void> {
  const wanted = findings.filter((_, n) => n % 5 === 0).map(({ id, status }, n) => ({ id, status, n }));
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    await Promise.all(wanted.slice(from, from + AT_ONCE).filter(({ status }) => status === 'detected').map(({ id, n }) => reviewers[n % reviewers.length]!.send('PUT', `/v1/findings/${id}/review`, judgementOf(n), z.unknown())));
    onProgress(Math.min(from + AT_ONCE, wanted.length), wanted.length);
  }
}

const judgementOf = (n: number): object => (n % 9 === 4 ? { verdict: 'dismissed', ...DISMISSALS[Math.floor(n / 9) % DISMISSALS.length]! } : { verdict: 'confirmed' });
