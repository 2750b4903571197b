import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { passagePath } from '../interaction/passage.js';
import { outcomeName } from '../scorecard/outcome-name.js';
import { type Answer, type Criterion, optionsOf, type Score } from './evaluation-queries.js';

interface Props {
  readonly criterion: Criterion;
  readonly answer: Answer | undefined;
  readonly scored: Score['criteria'][number];
  readonly interaction: string;
}

/** A question and what was answered; words it rests on lead to their place in the interaction. */
export function GivenAnswer({ criterion, answer, scored, interaction }: Props) {
  const { t } = useTranslation();
  const option = optionsOf(criterion).find((id) => id === answer?.answer);
  const failed = criterion.critical !== null && scored.result?.numerator === 0;
  return (
    <li>
      <p>
        <strong>{criterion.question}</strong>{' '}
        {scored.why === 'condition' ? (
          <span className="no-figure">{t('evaluation.notAsked')}</span>
        ) : option === undefined ? (
          <span className="no-figure">{t('evaluation.notAnswered')}</span>
        ) : (
          <span>{outcomeName(criterion, option, t)}</span>
        )}
        {failed && <span className="doubt"> {t('evaluation.thisFailed')}</span>}
      </p>
      <p className="under">{t('evaluation.weight', { weight: criterion.weight })}</p>
      {answer?.comment && <p>{answer.comment}</p>}
      {answer?.evidence.map(({ turn, start, end, quote }) => (
        <blockquote key={`${turn} ${start}`} className="quoted">
          <Link to={passagePath(interaction, { turn, start, end })}>{quote}</Link>
        </blockquote>
      ))}
    </li>
  );
}
