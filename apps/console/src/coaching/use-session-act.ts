import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.js';

/** Something done with sessions: what is shown of them is read again afterwards, done or refused. */
export function useSessionAct<Input, Done>(act: (input: Input) => Promise<Done>, then?: (done: Done) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['coaching'] }),
    ...(then !== undefined && { onSuccess: then }),
  });
  const { error } = mutation;
  const trouble = error === null ? null : error instanceof ProblemError && error.detail ? [error.detail, ...error.fields].join(' ') : t('coaching.failed');
  return { ...mutation, trouble };
}
