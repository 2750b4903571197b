import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { rulebook } from '../api/queries.js';
import type { NewSample } from '../api/types.js';

/** Draws a sample. One key per opened form: sent twice, it is drawn once. */
export function SampleForm() {
  const { t } = useTranslation();
  const rules = useQuery(rulebook).data?.rules ?? [];
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [open, setOpen] = useState(false);
  const ids = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: NewSample) => answer(api.POST('/v1/samples', { params: { header: { 'Idempotency-Key': key } }, body })),
    onSuccess: ({ id }) => {
      setOpen(false);
      void navigate(`/relecture?file=${id}`);
    },
    onSettled: () => {
      setKey(crypto.randomUUID());
      return client.invalidateQueries();
    },
  });
  return (
    <details className="sample-form" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('queue.draw')}</summary>
      <form onSubmit={submit}>
        <fieldset disabled={isPending}>
          <label htmlFor={`${ids}n`}>{t('queue.sampleName')}</label>
          <input id={`${ids}n`} name="name" required maxLength={200} />
          <label htmlFor={`${ids}f`}>{t('queue.from')}</label>
          <input id={`${ids}f`} name="from" type="date" />
          <label htmlFor={`${ids}t`}>{t('queue.to')}</label>
          <input id={`${ids}t`} name="to" type="date" />
          <label htmlFor={`${ids}r`}>{t('queue.rule')}</label>
          <select id={`${ids}r`} name="rule">
            <option value="">{t('queue.allRules')}</option>
            {rules.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
          <label htmlFor={`${ids}s`}>{t('queue.size')}</label>
          <input id={`${ids}s`} name="size" type="number" min={8} max={5000} defaultValue={100} required />
          <label htmlFor={`${ids}d`}>{t('queue.dueOn')}</label>
          <input id={`${ids}d`} name="dueOn" type="date" />
          <button type="submit" className="button">
            {t('queue.drawNow')}
          </button>
        </fieldset>
      </form>
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('queue.notDrawn')}
        </p>
      )}
    </details>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string | undefined => {
      const value = given.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const rule = text('rule');
    mutate({ name: text('name') ?? '', from: text('from'), to: text('to'), rules: rule === undefined ? undefined : [rule], size: Number(text('size')), dueOn: text('dueOn') });
  }
}
