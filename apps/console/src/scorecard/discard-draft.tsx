import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Scorecard, Version } from './scorecard-queries.js';

/** Throws a draft away; where there is nothing else, the scorecard with it. */
export function DiscardDraft({ card, version, tag }: { card: Scorecard; version: Version; tag: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const only = card.versions.length === 1;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/scorecards/{id}/versions/{version}', { params: { path: { id: card.id, version: version.version }, header: { 'If-Match': tag } } })),
    onSuccess: async () => {
      // Of a scorecard that is gone nothing can be read any more.
      await navigate(only ? '/grilles' : `/grilles/${card.id}`, { replace: true });
      await client.invalidateQueries({ queryKey: ['scorecards'], exact: only });
    },
  });
  return (
    <p>
      <button type="button" className="quiet" disabled={isPending} onClick={() => window.confirm(t(only ? 'scorecard.discardAllSure' : 'scorecard.discardSure', { name: card.name })) && mutate()}>
        {t('scorecard.discard')}
      </button>
      {error && (
        <span role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('evaluation.failed')}
        </span>
      )}
    </p>
  );
}
