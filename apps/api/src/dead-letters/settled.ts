import type { DeadLetterSummary } from '#domain';
import { ProblemException } from '#runtime';
import type { Settled } from '#storage';
import { noSuch } from '../http/no-such.js';

export const noSuchLetter = (): ProblemException => noSuch('Message mis de côté', 'dead letter');

/** The version of a letter as a strong entity tag: a letter changes only when it is settled. */
export const tagOf = ({ id, status }: Pick<DeadLetterSummary, 'id' | 'status'>): string => `"${id}-${status}"`;

/** @throws ProblemException 404, or 409 when another decision was taken before */
export function settledLetter(settled: Settled): DeadLetterSummary {
  if (settled.kind === 'missing') throw noSuchLetter();
  if (settled.kind === 'done') return settled.letter;
  const { id, status, settled: before } = settled.letter;
  const [fr, en] = status === 'discarded' ? ['écarté', 'discarded'] : ['rejoué', 'replayed'];
  throw new ProblemException(409, 'already_settled', {
    fr: `Le message ${id} a déjà été ${fr} le ${before?.at ?? '—'} ; rien n’a été changé.`,
    en: `Letter ${id} was already ${en} at ${before?.at ?? '—'}; nothing was changed.`,
  });
}
