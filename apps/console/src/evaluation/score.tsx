import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import type { Score } from './evaluation-queries.js';

/** A score in percent, or why there is none; and what critical failed. */
export function ScoreText({ score: { score, state, failures }, side }: { score: Score; side: 'automatic' | 'human' }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="score">
      {score === null ? (
        <span className="no-figure">{t(state === 'nothing' ? 'evaluation.nothing' : `evaluation.open.${side}`)}</span>
      ) : (
        <strong className="score-value">{t('evaluation.percent', { value: format.decimal(score.percent) })}</strong>
      )}
      {failures.length > 0 && <span className="doubt">{t('evaluation.criticalFailed', { count: failures.length })}</span>}
    </span>
  );
}
