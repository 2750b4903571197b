import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Judgement } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { DismissalForm } from '../review/dismissal-form.js';
import { type Keys, useKeys } from '../shell/use-keys.js';
import { BlindWords } from './blind-words.js';
import type { Calibration, CalibrationItem } from './calibration-queries.js';

/** One finding after the other; by keyboard: c confirms, e dismisses, j and k go on and back. */
export function BlindJudging({ calibration, items }: { calibration: Calibration; items: readonly CalibrationItem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [at, setAt] = useState(() => Math.max(0, items.findIndex(({ mine, finding }) => mine === null && finding !== null)));
  const [dismissing, setDismissing] = useState(false);
  const item = items[at]!;
  const judged = items.filter(({ mine }) => mine !== null).length;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (judgement: Judgement) => answer(api.PUT('/v1/calibrations/{id}/items/{findingId}/judgement', { params: { path: { id: calibration.id, findingId: item.findingId } }, body: judgement })),
    onSuccess: () => {
      go(at + 1);
      // Not waited for: whoever is quick goes on with the next one.
      void client.invalidateQueries({ queryKey: ['calibrations'] });
    },
  });
  const go = (to: number): void => {
    setDismissing(false);
    setAt(Math.min(items.length - 1, Math.max(0, to)));
  };
  useKeys(
    useMemo((): Keys => {
      const move = { j: () => go(at + 1), k: () => go(at - 1) };
      return isPending || item.finding === null ? move : { ...move, c: () => mutate({ verdict: 'confirmed' }), e: () => setDismissing(true) };
      // oxlint-disable-next-line react/exhaustive-deps -- `go` is made anew with every rendering
    }, [at, isPending, item.finding, mutate]),
  );
  return (
    <section aria-busy={isPending}>
      <p role="status">{t('calibration.place', { number: format.count(at + 1), of: format.count(items.length), judged: format.count(judged) })}</p>
      <progress max={items.length} value={judged} aria-label={t('calibration.progress')} />
      <BlindWords item={item} />
      {item.mine && <p className="under">{t('calibration.mine', { verdict: t(`status.${item.mine.verdict}`) })}</p>}
      {item.finding !== null &&
        (dismissing ? (
          <DismissalForm busy={isPending} cancel={() => setDismissing(false)} dismiss={(reason, note) => mutate({ verdict: 'dismissed', reason, note })} />
        ) : (
          <p className="review-choice">
            <button type="button" className="button" disabled={isPending} onClick={() => mutate({ verdict: 'confirmed' })}>
              {t('review.confirm')} <kbd aria-hidden="true">c</kbd>
            </button>
            <button type="button" className="button" disabled={isPending} onClick={() => setDismissing(true)}>
              {t('review.dismiss')} <kbd aria-hidden="true">e</kbd>
            </button>
          </p>
        ))}
      <p className="review-choice">
        <button type="button" className="quiet" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('calibration.before')} <kbd aria-hidden="true">k</kbd>
        </button>
        <button type="button" className="quiet" disabled={at === items.length - 1} onClick={() => go(at + 1)}>
          {t('calibration.next')} <kbd aria-hidden="true">j</kbd>
        </button>
      </p>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('calibration.failed')}
        </p>
      )}
    </section>
  );
}
