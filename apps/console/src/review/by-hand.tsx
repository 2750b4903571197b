import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Finding } from '../api/types.js';
import { FindingStory } from './finding-story.js';
import { type Keys, useKeys } from '../shell/use-keys.js';

/** A finding that a person added: r takes it back. */
export function ByHand({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { id } = finding;
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/findings/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(),
  });
  useKeys(useMemo((): Keys => (isPending ? {} : { r: () => mutate() }), [isPending, mutate]));
  return (
    <section className="review" aria-labelledby="a-la-main" aria-busy={isPending}>
      <h3 id="a-la-main">{t('queue.byHand')}</h3>
      <FindingStory finding={finding} />
      <button type="button" className="quiet take-back" disabled={isPending} onClick={() => mutate()}>
        {t('queue.remove')} <kbd aria-hidden="true">r</kbd>
      </button>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('queue.notRemoved')}
        </p>
      )}
    </section>
  );
}
