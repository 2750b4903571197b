import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../access/rights.js';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { useFormat } from '../format/use-format.js';
import { AutomaticScore } from './automatic-score.js';
import { BeginForm } from './begin-form.js';
import { EvaluationForm } from './evaluation-form.js';
import { evaluation, evaluationsOf } from './evaluation-queries.js';
import { ScoreText } from './score.js';

interface Props {
  readonly interaction: string;
  /** The draft being filled in, if any. */
  readonly filling: string | null;
  readonly fill: (draft: string | null) => void;
}

/** What scorecards say of an interaction: by findings, by people, and the one being filled in. */
export function EvaluationSection({ interaction, filling, fill }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const reviews = useMay('review');
  const { data } = useQuery(evaluationsOf(interaction));
  const draft = useQuery({ ...evaluation(filling ?? ''), enabled: filling !== null }).data;
  const begin = useMutation({
    mutationFn: (body: { scorecard: string; agent: string; replaces?: string }) => answer(api.POST('/v1/interactions/{id}/evaluations', { params: { path: { id: interaction } }, body })),
    onSuccess: (begun) => {
      client.setQueryData(evaluation(begun.id).queryKey, begun);
      fill(begun.id);
      void client.invalidateQueries({ queryKey: evaluationsOf(interaction).queryKey });
    },
  });
  if (data === undefined || data.automatic.length + data.human.length + data.fillable.length === 0) return null;
  return (
    <section className="evaluations panel" aria-labelledby="evaluations">
      <h2 id="evaluations">{t('evaluation.title')}</h2>
      {filling !== null && draft !== undefined ? (
        <EvaluationForm key={filling} draft={draft} close={() => fill(null)} />
      ) : (
        <>
          {data.automatic.map((one) => (
            <AutomaticScore key={`${one.scorecard.id} ${one.agent.ref}`} evaluation={one} />
          ))}
          <h3>{t('evaluation.byPeople')}</h3>
          {data.human.length === 0 && <p className="under">{t('evaluation.noneYet')}</p>}
          <ul className="evaluation-list">
            {data.human.map((one) => (
              <li key={one.id}>
                <Link to={`/evaluations/${one.id}`}>{t('evaluation.of', { name: one.scorecard.name, agent: one.agent.name ?? one.agent.ref })}</Link>
                <span className="under">
                  {t(`evaluation.state.${one.state}`)} · {t('evaluation.by', { name: one.by.name ?? t('evaluation.somebody'), at: format.dateTime(one.submittedAt ?? one.draftedAt) })}
                </span>
                {one.state !== 'draft' && <ScoreText score={one.result} side="human" />}
                {reviews && one.state === 'draft' && (
                  <button type="button" className="quiet" onClick={() => fill(one.id)}>
                    {t('evaluation.goOn')}
                  </button>
                )}
                {reviews && one.state === 'submitted' && (
                  <button type="button" className="quiet" disabled={begin.isPending} onClick={() => begin.mutate({ scorecard: one.scorecard.id, agent: one.agent.ref, replaces: one.id })}>
                    {t('evaluation.correct')}
                  </button>
                )}
              </li>
            ))}
          </ul>
          {reviews && <BeginForm scorecards={data.fillable} agents={data.agents} busy={begin.isPending} begin={begin.mutate} />}
          {begin.error && (
            <p role="alert" className="doubt">
              {begin.error instanceof ProblemError && begin.error.detail ? begin.error.detail : t('evaluation.failed')}
            </p>
          )}
        </>
      )}
    </section>
  );
}
