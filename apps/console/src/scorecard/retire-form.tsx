import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Scorecard, Version } from './scorecard-queries.js';

/** Ends a version: asked twice, since it cannot be taken back. */
export function RetireForm({ card, version, tag }: { card: Scorecard; version: Version; tag: string }) {
  const { t } = useTranslation();
  const ids = useId();
  const client = useQueryClient();
  const [day, setDay] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answer(api.POST('/v1/scorecards/{id}/versions/{version}/retirement', { params: { path: { id: card.id, version: version.version }, header: { 'If-Match': tag } }, body: { from: day } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scorecards'] }),
  });
  return (
    <details className="retire">
      <summary>{t('scorecard.retire')}</summary>
      <label htmlFor={`${ids}d`}>{t('scorecard.retireFrom')}</label>
      <input id={`${ids}d`} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      <button type="button" className="button" disabled={isPending || day === ''} onClick={() => mutate()}>
        {t('scorecard.retireNow')}
      </button>
      {error && (
        <span role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('evaluation.failed')}
        </span>
      )}
    </details>
  );
}
