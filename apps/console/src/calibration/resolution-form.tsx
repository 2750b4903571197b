import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Judgement } from '../api/types.js';
import { DismissalForm } from '../review/dismissal-form.js';
import { type Calibration, type CalibrationItem, nameIn } from './calibration-queries.js';

/** What they agree on; whoever read an earlier decision is told that it changed. */
export function ResolutionForm({ calibration, item: { findingId, resolution } }: { calibration: Calibration; item: CalibrationItem }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [dismissing, setDismissing] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: Judgement) =>
      answer(
        api.PUT('/v1/calibrations/{id}/items/{findingId}/resolution', {
          params: { path: { id: calibration.id, findingId }, header: { 'If-Match': `"${resolution?.at ?? 'none'}"` } },
          body,
        }),
      ),
    onSettled: () => {
      setDismissing(false);
      return client.invalidateQueries({ queryKey: ['calibrations', calibration.id] });
    },
  });
  return (
    <div className="resolution">
      {resolution && <p>{t('calibration.agreed', { verdict: t(`status.${resolution.verdict}`), name: nameIn(calibration, resolution.by) })}</p>}
      {dismissing ? (
        <DismissalForm busy={isPending} cancel={() => setDismissing(false)} dismiss={(reason, note) => mutate({ verdict: 'dismissed', reason, note })} />
      ) : (
        <p className="review-choice">
          <button type="button" className="button" disabled={isPending} onClick={() => mutate({ verdict: 'confirmed' })}>
            {t('calibration.agreeConfirm')}
          </button>
          <button type="button" className="button" disabled={isPending} onClick={() => setDismissing(true)}>
            {t('calibration.agreeDismiss')}
          </button>
        </p>
      )}
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('calibration.failed')}
        </p>
      )}
    </div>
  );
}
