import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { callApi } from '../api/call-api.js';
import { Failure } from '../failure.js';
import { plural } from '../plural.js';

export interface EraseOptions {
  readonly to: string;
  readonly customer: string;
  readonly reason?: string;
  readonly yes?: boolean;
}

const countsSchema = z.record(z.string(), z.number());
const erasureSchema = z.object({ id: z.string(), at: z.string(), by: z.string(), counts: countsSchema });

/** In the order in which they are told. */
const WORDS: readonly (readonly [string, string, string?])[] = [
  ['refs', 'référence'],
  ['interactions', 'échange'],
  ['shared', 'échange partagé avec un autre client, compris dans les échanges', 'échanges partagés avec un autre client, compris dans les échanges'],
  ['turns', 'tour de parole', 'tours de parole'],
  ['findings', 'constat'],
  ['reviews', 'jugement de relecteur', 'jugements de relecteurs'],
  ['statements', 'propos qui engage', 'propos qui engagent'],
  ['pledges', 'parole donnée', 'paroles données'],
  ['contradictions', 'contradiction'],
  ['facts', 'fait rapporté', 'faits rapportés'],
  ['messages', 'message pas encore parti', 'messages pas encore partis'],
  ['deadLetters', 'message mis de côté', 'messages mis de côté'],
  ['conversations', 'conversation en cours de réception', 'conversations en cours de réception'],
];

/**
 * Says what is kept of a customer, and with `yes` erases it.
 * @throws Failure with code 1 when it is refused, 2 when nobody knows the customer or nobody answers
 */
export async function eraseCustomer({ to, customer, reason, yes }: EraseOptions): Promise<void> {
  if (!yes) {
    const { counts } = await callApi(to, '/v1/erasures', z.object({ counts: countsSchema }), { method: 'POST', body: { customer, reason: reason ?? 'essai', dryRun: true } });
    process.stdout.write(`Partirait, sans retour :\n${linesOf(counts)}\nRien n’a été changé. Pour effacer : --yes, avec --reason.\n`);
    return;
  }
  if (!reason?.trim()) throw new Failure('--reason est obligatoire avec --yes : il reste, avec la date et qui l’a fait.');
  // Repeated on its way, by a proxy, it acts once.
  const call = { method: 'POST' as const, body: { customer, reason }, headers: { 'idempotency-key': randomUUID() } };
  const { id, at, by, counts } = await callApi(to, '/v1/erasures', erasureSchema, call);
  process.stdout.write(`Effacé le ${at} par ${by} :\n${linesOf(counts)}\nTrace sans nom ni parole : ${new URL(`/v1/erasures/${id}`, to).href}\n`);
}

const linesOf = (counts: Readonly<Record<string, number>>): string =>
  WORDS.flatMap(([name, one, many]) => ((counts[name] ?? 0) > 0 ? [`  ${plural(counts[name]!, one, many)}`] : [])).join('\n');
