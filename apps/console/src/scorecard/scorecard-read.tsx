import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { rulebook } from '../api/queries.js';
import { useFormat } from '../format/use-format.js';
import { outcomeName } from './outcome-name.js';
import { RetireForm } from './retire-form.js';
import type { Criterion, Definition, Scorecard, Version } from './scorecard-queries.js';

/** A version as it is for everybody; whoever writes begins the next one from it, or ends it. */
export function ScorecardRead({ card, version, tag, writes }: { card: Scorecard; version: Version; tag: string; writes: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { definition } = version;
  const hasDraft = card.versions.some(({ state }) => state === 'draft');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answer(api.PUT('/v1/scorecards/{id}/draft', { params: { path: { id: card.id }, header: { 'If-Match': tag } }, body: definition })),
    onSuccess: async (after) => {
      await client.invalidateQueries({ queryKey: ['scorecards'] });
      void navigate(`?version=${after.versions[0]!.version}`);
    },
  });
  return (
    <section aria-label={t('scorecard.version', { version: version.version })}>
      {definition.purpose !== null && <p className="note">{definition.purpose}</p>}
      {definition.sections.map(({ id, title, criteria }) => (
        <section key={id} aria-labelledby={`l-${id}`}>
          <h2 id={`l-${id}`}>{title}</h2>
          <ol className="given-answers">
            {criteria.map((criterion) => (
              <CriterionRead key={criterion.id} criterion={criterion} definition={definition} />
            ))}
          </ol>
        </section>
      ))}
      {writes && (
        <p className="review-choice">
          {!hasDraft && (
            <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
              {t('scorecard.nextVersion')}
            </button>
          )}
          {version.state === 'published' && <RetireForm card={card} version={version} tag={tag} />}
        </p>
      )}
      {error && (
        <p role="alert" className="doubt">
          {error instanceof ProblemError && error.detail ? error.detail : t('evaluation.failed')}
        </p>
      )}
    </section>
  );
}

function CriterionRead({ criterion, definition }: { criterion: Criterion; definition: Definition }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { source, condition, critical, help, question, weight } = criterion;
  const commitments: Readonly<Record<string, string>> = useQuery(rulebook).data?.commitments ?? {};
  const other = definition.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === condition?.when?.criterion);
  return (
    <li>
      <p>
        <strong>{question}</strong> {critical !== null && <span className="critical">{t(`evaluation.critical.${critical}`)}</span>}
      </p>
      <p className="under">
        {t('evaluation.weight', { weight: format.count(weight) })} · {t(`scorecard.kind.${source.kind}`)}
        {source.kind === 'findings' && ` : ${t(`scorecard.way.${source.counts.by}`)}`}
        {source.kind === 'findings' && source.counts.by === 'points' && ` (${t('scorecard.pointsSay', source.counts)})`}
      </p>
      {help !== null && <p>{help}</p>}
      {source.kind === 'findings' && (
        <ul className="under">
          {source.rules.map((id) => (
            <li key={id}>
              <Link to={`/regles#${id}`}>
                <code>{id}</code>
              </Link>
            </li>
          ))}
          {source.commitments.map((id) => (
            <li key={id}>{commitments[id] ?? id}</li>
          ))}
        </ul>
      )}
      {source.kind === 'scale' && <p className="under">{source.scale.map(({ label, points }) => `${label} (${format.count(points)})`).join(' · ')}</p>}
      {condition !== null && (
        <p className="under">
          {t('scorecard.askedWhen')}{' '}
          {[
            ...(condition.when !== null && other !== undefined ? [`« ${other.question} » : ${condition.when.is.map((one) => outcomeName(other, one, t)).join(', ')}`] : []),
            ...condition.channels.map((channel) => t(`channel.${channel}`)),
            ...condition.reasons.map((reason) => t(`scorecard.reason.${reason}`)),
          ].join(' ; ')}
        </p>
      )}
    </li>
  );
}
