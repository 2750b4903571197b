import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Scorecard, Version } from './scorecard-queries.js';

/** From which day on it counts; never for what was before. */
export function PublishForm({ card, version, tag, ready }: { card: Scorecard; version: Version; tag: string; ready: boolean }) {
  const { t } = useTranslation();
  const ids = useId();
  const client = useQueryClient();
  const [day, setDay] = useState(today);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      answer(api.POST('/v1/scorecards/{id}/versions/{version}/publication', { params: { path: { id: card.id, version: version.version }, header: { 'If-Match': tag } }, body: { effectiveOn: day } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scorecards'] }),
  });
  return (
    <fieldset className="publish" disabled={isPending}>
      <legend>{t('scorecard.publish')}</legend>
      <p className="note">{t('scorecard.publishNote')}</p>
      <p className="field">
        <label htmlFor={`${ids}d`}>{t('scorecard.effectiveOn')}</label>
        <input id={`${ids}d`} type="date" required min={today()} value={day} onChange={({ target }) => setDay(target.value)} />
      </p>
      <button type="button" className="button" disabled={!ready || day === ''} onClick={() => mutate()}>
        {t('scorecard.publishNow')}
      </button>
      {!ready && <p className="under">{t('scorecard.notReady')}</p>}
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('evaluation.failed')}
        </p>
      )}
    </fieldset>
  );
}

/** The reader's day; the API holds it against the organisation's. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
