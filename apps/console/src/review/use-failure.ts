import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.js';

/** Why a decision about a finding was not taken: in the API's own words, where it has some. */
export function useFailure(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const problem = error instanceof ProblemError ? error : null;
    if (problem?.code === 'precondition_failed') return t('review.changed');
    return problem?.detail ?? t('review.failed', { code: problem?.code ?? 'unexpected' });
  };
}
