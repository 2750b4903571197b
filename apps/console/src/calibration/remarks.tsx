import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { useFormat } from '../format/use-format.js';
import { type Calibration, type CalibrationItem, nameIn } from './calibration-queries.js';

/** What reviewers say of a finding where they differ, the earliest first. */
export function Remarks({ calibration, item: { findingId, remarks } }: { calibration: Calibration; item: CalibrationItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ text }: { text: string; form: HTMLFormElement }) =>
      answer(api.POST('/v1/calibrations/{id}/items/{findingId}/remarks', { params: { path: { id: calibration.id, findingId } }, body: { text } })),
    onSuccess: (_item, { form }) => {
      form.reset();
      return client.invalidateQueries({ queryKey: ['calibrations', calibration.id] });
    },
  });
  return (
    <div className="remarks">
      {remarks.map(({ by, at, text }) => (
        <p key={`${by} ${at}`}>
          <strong>{nameIn(calibration, by)}</strong> <time dateTime={at}>{format.dateTime(at)}</time> : {text}
        </p>
      ))}
      <form onSubmit={submit}>
        <input name="text" required maxLength={2000} disabled={isPending} aria-label={t('calibration.remark')} placeholder={t('calibration.remark')} autoComplete="off" />
        <button type="submit" className="quiet" disabled={isPending}>
          {t('calibration.say')}
        </button>
      </form>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('calibration.failed')}
        </p>
      )}
    </div>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const text = new FormData(form).get('text');
    if (typeof text === 'string' && text.trim() !== '') mutate({ text: text.trim(), form });
  }
}
