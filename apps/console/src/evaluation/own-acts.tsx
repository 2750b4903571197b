import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../access/queries.js';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { type Evaluation, evaluation as oneEvaluation } from './evaluation-queries.js';

/** What the agent evaluated does with it, and nobody else: takes note, says something. */
export function OwnActs({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const ids = useId();
  const client = useQueryClient();
  const who = useQuery(me).data;
  const path = { params: { path: { id: evaluation.id } } };
  const { mutate, isPending, error } = useMutation({
    mutationFn: (text: string | null | undefined) =>
      text === undefined ? answer(api.PUT('/v1/evaluations/{id}/acknowledgement', path)) : answer(api.PUT('/v1/evaluations/{id}/comment', { ...path, body: { text } })),
    onSuccess: (after) => {
      client.setQueryData(oneEvaluation(evaluation.id).queryKey, after);
      return client.invalidateQueries({ queryKey: ['evaluations', 'own'] });
    },
  });
  if (!who?.roles.includes('agent') || who.agentRef !== evaluation.agent.ref) return null;
  return (
    <div className="own-acts">
      {evaluation.acknowledgedAt === null && evaluation.state === 'submitted' && (
        <p>
          <button type="button" className="button" disabled={isPending} onClick={() => mutate(undefined)}>
            {t('evaluation.acknowledge')}
          </button>{' '}
          <span className="under">{t('evaluation.acknowledgeNote')}</span>
        </p>
      )}
      <form onSubmit={submit}>
        <label htmlFor={`${ids}t`}>{t('evaluation.ownComment')}</label>
        <textarea id={`${ids}t`} name="text" rows={3} maxLength={2000} defaultValue={evaluation.comment?.text ?? ''} disabled={isPending} />
        <button type="submit" className="button" disabled={isPending}>
          {t('evaluation.keepComment')}
        </button>
      </form>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('evaluation.failed')}
        </p>
      )}
    </div>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('text');
    if (typeof text === 'string') mutate(text.trim() === '' ? null : text.trim());
  }
}
