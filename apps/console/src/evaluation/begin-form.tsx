import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionEvaluations } from './evaluation-queries.js';

interface Props {
  readonly scorecards: InteractionEvaluations['fillable'];
  readonly agents: InteractionEvaluations['agents'];
  readonly busy: boolean;
  readonly begin: (wanted: { scorecard: string; agent: string }) => void;
}

/** Which scorecard, and who; nothing to choose where there is one of each. */
export function BeginForm({ scorecards, agents, busy, begin }: Props) {
  const { t } = useTranslation();
  const ids = useId();
  if (scorecards.length === 0 || agents.length === 0) return <p className="under">{t('evaluation.noScorecard')}</p>;
  return (
    <form className="begin-evaluation" onSubmit={submit}>
      <fieldset disabled={busy}>
        <label htmlFor={`${ids}s`}>{t('evaluation.scorecard')}</label>
        <select id={`${ids}s`} name="scorecard">
          {scorecards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${ids}a`}>{t('evaluation.agent')}</label>
        <select id={`${ids}a`} name="agent">
          {agents.map(({ ref, name }) => (
            <option key={ref} value={ref}>
              {name ?? ref}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {t('evaluation.begin')}
        </button>
      </fieldset>
    </form>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [scorecard, agent] = [given.get('scorecard'), given.get('agent')];
    if (typeof scorecard === 'string' && typeof agent === 'string') begin({ scorecard, agent });
  }
}
