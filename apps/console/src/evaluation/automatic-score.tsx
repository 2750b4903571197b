import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import type { AutomaticEvaluation } from './evaluation-queries.js';
import { ScoreText } from './score.js';

/** What findings make of somebody in an interaction, and what it was before reviews, disputes and corrections. */
export function AutomaticScore({ evaluation: { scorecard, agent, now, before } }: { evaluation: AutomaticEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className="automatic-score">
      <h3>{t('evaluation.byFindings')}</h3>
      <p>
        {t('evaluation.of', { name: scorecard.name, agent: agent.name ?? agent.ref })} <ScoreText score={now} side="automatic" />
      </p>
      <p className="under">
        {t(`evaluation.basis.${now.basis}`)} · {t('evaluation.computed', { at: format.dateTime(now.computedAt), version: now.version })}
      </p>
      {before.length > 0 && (
        <details>
          <summary>{t('evaluation.before', { count: before.length })}</summary>
          <ul className="evaluation-list">
            {before.map((state) => (
              <li key={state.computedAt}>
                <time dateTime={state.computedAt}>{format.dateTime(state.computedAt)}</time> <ScoreText score={state} side="automatic" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
