import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemError } from '../api/problem.js';
import type { InteractionDetail } from '../api/types.js';
import { type Keys, useKeys } from '../shell/use-keys.js';
import { useCompletion, useRelease, useTakeNext } from './use-queue.js';

const NAMED = new Set(['new', 'uncertain', 'disputed']);

/** Above an interaction that is reviewed as part of a queue: what is left to judge, and on to the next one. */
export function ReviewBar({ queue, interaction }: { queue: string; interaction: InteractionDetail }) {
  const { t } = useTranslation();
  const left = interaction.findings.filter(({ status }) => status === (queue === 'disputed' ? 'disputed' : 'detected')).length;
  const isSample = !NAMED.has(queue);
  const next = useTakeNext(queue);
  const release = useRelease(queue, interaction.id);
  const completion = useCompletion(queue, interaction.id);
  const busy = next.isPending || release.isPending || completion.isPending;
  const { mutate: take } = next;
  const { mutate: complete } = completion;
  const { id } = interaction;
  useKeys(
    useMemo((): Keys => {
      if (busy) return {};
      const finish = (): void => complete(true, { onSuccess: () => take(id) });
      return { n: () => take(id), ...(isSample && left === 0 && { f: finish }) };
    }, [busy, take, complete, id, isSample, left]),
  );
  const error = next.error ?? release.error ?? completion.error;
  return (
    <section className="review-bar" aria-label={t('queue.bar')}>
      <p role="status">{left > 0 ? t(queue === 'disputed' ? 'queue.disputesLeft' : 'queue.left', { count: left }) : t(isSample ? 'queue.sampleLeft' : 'queue.nothingLeft')}</p>
      <p className="review-choice">
        {isSample && (
          <button type="button" className="button" disabled={busy || left > 0} onClick={() => complete(true, { onSuccess: () => take(id) })}>
            {t('queue.nothingElse')} <kbd aria-hidden="true">f</kbd>
          </button>
        )}
        <button type="button" className="button" disabled={busy} onClick={() => take(id)}>
          {t(left > 0 || isSample ? 'queue.passOn' : 'queue.next')} <kbd aria-hidden="true">n</kbd>
        </button>
        <button type="button" className="quiet" disabled={busy} onClick={() => release.mutate()}>
          {t('queue.release')}
        </button>
        <Link to={`/relecture?file=${queue}`}>{t('queue.backToQueue')}</Link>
      </p>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('queue.notTaken')}
        </p>
      )}
    </section>
  );
}
