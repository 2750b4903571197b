import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.js';

/** Quiet for the first moments (CSS), so that a fast answer does not flash. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <output className="loading">
      <svg className="fork" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M11 5v9a5 5 0 0 0 10 0V5M16 19v8" />
      </svg>
      {t('state.loading')}
    </output>
  );
}

export function Empty({ title, detail, children }: { title: string; detail: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{detail}</p>
      {children}
    </div>
  );
}

/** An error in words, with the stable code to pass on, and a way to try again. */
export function Problem({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error : null;
  const kind = kindOf(problem?.status);
  return (
    <div className="problem" role="alert">
      <h2>{t(`state.${kind}`)}</h2>
      <p>{t(`state.${kind}Detail`)}</p>
      {problem?.detail && <p className="problem-detail">{problem.detail}</p>}
      <p className="problem-code">{t('state.code', { code: problem ? `${problem.code} (${problem.status})` : 'unexpected' })}</p>
      <button type="button" className="button" onClick={retry}>
        {t('state.retry')}
      </button>
    </div>
  );
}

function kindOf(status: number | undefined): 'unreachable' | 'notFound' | 'forbidden' | 'refused' | 'failed' {
  if (status === 0) return 'unreachable';
  if (status === 404) return 'notFound';
  if (status === 403) return 'forbidden';
  return status === 400 ? 'refused' : 'failed';
}
