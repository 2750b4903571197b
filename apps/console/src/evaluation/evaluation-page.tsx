import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { Loading, Problem } from '../states/states.js';
import { evaluation } from './evaluation-queries.js';
import { GivenAnswer } from './given-answer.js';
import { OwnActs } from './own-acts.js';
import { ScoreText } from './score.js';

/** One evaluation: every question with its answer, the words it rests on, and what the agent says of it. */
export function EvaluationPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(evaluation(id));
  if (data === undefined) {
    return <Page title={t('evaluation.one')}>{error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
  }
  const { scorecard, agent, by, submittedAt, draftedAt, result, definition, answers, acknowledgedAt, comment, replacedBy, replaces, interactionId, state } = data;
  const states = new Map(result.criteria.map((one) => [one.id, one]));
  return (
    <Page
      title={t('evaluation.of', { name: scorecard.name, agent: agent.name ?? agent.ref })}
      lead={`${t(`evaluation.state.${state}`)} · ${t('evaluation.by', { name: by.name ?? t('evaluation.somebody'), at: format.dateTime(submittedAt ?? draftedAt) })} · ${t('evaluation.version', { version: scorecard.version })}`}
      aside={<Link to={`/interactions/${interactionId}`}>{t('evaluation.seeInteraction')}</Link>}
    >
      {replacedBy !== null && (
        <p role="note" className="doubt">
          {t('evaluation.isReplaced')} <Link to={`/evaluations/${replacedBy}`}>{t('evaluation.seeReplacing')}</Link>
        </p>
      )}
      {replaces !== null && (
        <p className="under">
          {t('evaluation.replacesOne')} <Link to={`/evaluations/${replaces}`}>{t('evaluation.seeReplaced')}</Link>
        </p>
      )}
      <p className="score-line">
        {t('evaluation.scoreByPeople')} <ScoreText score={result} side="human" />
      </p>
      {definition.purpose !== null && <p className="note">{definition.purpose}</p>}
      {definition.sections.map((section) => {
        const asked = section.criteria.filter((criterion) => states.has(criterion.id));
        return asked.length === 0 ? null : (
          <section key={section.id} aria-labelledby={`s-${section.id}`}>
            <h2 id={`s-${section.id}`}>{section.title}</h2>
            <ol className="given-answers">
              {asked.map((criterion) => (
                <GivenAnswer key={criterion.id} criterion={criterion} answer={answers.find((one) => one.criterion === criterion.id)} scored={states.get(criterion.id)!} interaction={interactionId} />
              ))}
            </ol>
          </section>
        );
      })}
      {state !== 'draft' && (
        <section aria-labelledby="dit">
          <h2 id="dit">{t('evaluation.agentSide')}</h2>
          <p>{acknowledgedAt === null ? t('evaluation.notAcknowledged') : t('evaluation.acknowledgedAt', { at: format.dateTime(acknowledgedAt) })}</p>
          {comment !== null && (
            <blockquote className="quoted">
              {comment.text} <time dateTime={comment.at}>{format.dateTime(comment.at)}</time>
            </blockquote>
          )}
          <OwnActs evaluation={data} />
        </section>
      )}
    </Page>
  );
}
