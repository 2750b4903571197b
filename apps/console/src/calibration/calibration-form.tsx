import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { rulebook } from '../api/queries.js';
import { type NewCalibration, reviewers } from './calibration-queries.js';

const SIZE = { usual: 30, min: 2, max: 500 } as const;

/** Draws findings for several people; whoever may not ask for that is not shown the form. */
export function CalibrationForm() {
  const { t } = useTranslation();
  const ids = useId();
  const navigate = useNavigate();
  const client = useQueryClient();
  const people = useQuery({ ...reviewers, retry: false }).data?.items;
  const rules = useQuery(rulebook).data?.rules ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: NewCalibration) => answer(api.POST('/v1/calibrations', { body })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['calibrations'] });
      void navigate(`/calibrage/${id}`);
    },
  });
  if (people === undefined) return null;
  if (people.length < 2) return <p className="note">{t('calibration.tooFewReviewers')}</p>;
  return (
    <details className="drawing">
      <summary>{t('calibration.draw')}</summary>
      <form onSubmit={submit}>
        <fieldset disabled={isPending}>
          <label htmlFor={`${ids}n`}>{t('calibration.name')}</label>
          <input id={`${ids}n`} name="name" required maxLength={200} autoComplete="off" />
          <label htmlFor={`${ids}r`}>{t('calibration.rule')}</label>
          <select id={`${ids}r`} name="rule">
            <option value="">{t('calibration.everyRule')}</option>
            {rules.map(({ id, why }) => (
              <option key={id} value={id} title={why}>
                {id}
              </option>
            ))}
          </select>
          <label htmlFor={`${ids}s`}>{t('calibration.size')}</label>
          <input id={`${ids}s`} name="size" type="number" required min={SIZE.min} max={SIZE.max} defaultValue={SIZE.usual} />
          <label htmlFor={`${ids}d`}>{t('calibration.due')}</label>
          <input id={`${ids}d`} name="dueOn" type="date" />
          <fieldset>
            <legend>{t('calibration.who')}</legend>
            {people.map(({ id, name }) => (
              <label key={id}>
                <input type="checkbox" checked={chosen.includes(id)} onChange={({ target }) => setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
                {name}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button" disabled={chosen.length < 2}>
            {t('calibration.drawNow')}
          </button>
          {chosen.length < 2 && <p className="under">{t('calibration.chooseTwo')}</p>}
        </fieldset>
        {error && (
          <p role="alert" className="doubt">
            {error instanceof ProblemError && error.detail ? error.detail : t('calibration.failed')}
          </p>
        )}
      </form>
    </details>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    mutate({
      name: text('name'),
      size: Number(text('size')),
      reviewers: [...chosen],
      ...(text('rule') !== '' && { rules: [text('rule')] }),
      ...(text('dueOn') !== '' && { dueOn: text('dueOn') }),
    });
  }
}
