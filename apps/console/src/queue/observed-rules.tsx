import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../access/rights.js';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { ruleReport } from '../api/queries.js';

/** The notice to whoever answers for the rules: which of them count for no one, and the way back. */
export function ObservedRules() {
  const { t } = useTranslation();
  const decides = useMay('observation');
  const rows = useQuery(ruleReport).data?.rows.filter(({ observation }) => observation !== null) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="observed-rules" role="status">
      <p>{t('queue.observedRules', { count: rows.length })}</p>
      <ul>
        {rows.map(({ ruleId }) => (
          <li key={ruleId}>
            <Link to={`/regles#${encodeURIComponent(ruleId)}`}>
              <code className="rule-id">{ruleId}</code>
            </Link>
            {decides && <BackToService ruleId={ruleId} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function BackToService({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (reason: string) => answer(api.POST('/v1/rules/{id}/observation/end', { params: { path: { id: ruleId } }, body: { reason } })),
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <details>
      <summary>{t('queue.backToService')}</summary>
      <form onSubmit={submit}>
        <input name="reason" required maxLength={1000} disabled={isPending} aria-label={t('queue.backReason', { rule: ruleId })} placeholder={t('queue.backReason', { rule: ruleId })} />
        <button type="submit" className="button" disabled={isPending}>
          {t('queue.backToService')}
        </button>
      </form>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('queue.notBack')}
        </p>
      )}
    </details>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    if (typeof reason === 'string' && reason.trim() !== '') mutate(reason.trim());
  }
}
