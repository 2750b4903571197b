import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../access/rights.js';
import { answer, api } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { newDefinition } from './edit-definition.js';
import { type ScorecardSummary, scorecards } from './scorecard-queries.js';

/** « Grilles »: what interactions are evaluated by, for those who write them and for those who are evaluated. */
export function ScorecardsPage() {
  const { t } = useTranslation();
  const writes = useMay('scorecards');
  useRowKeys();
  const { data, error, refetch } = useQuery(scorecards);
  return (
    <Page title={t('scorecard.title')} lead={t('scorecard.lead')}>
      {writes && <NewScorecard />}
      {data === undefined ? (
        error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />
      ) : data.items.length === 0 ? (
        <Empty title={t('scorecard.none')} detail={t(writes ? 'scorecard.noneDetail' : 'scorecard.nonePublished')} />
      ) : (
        <ul className="scorecards">
          {data.items.map((one) => (
            <ScorecardLine key={one.id} scorecard={one} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function ScorecardLine({ scorecard: { id, name, current, versions } }: { scorecard: ScorecardSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const inForce = versions.find(({ version }) => version === current);
  const coming = versions.find(({ state, version }) => state === 'published' && version !== current && (current === null || version > current));
  return (
    <li>
      <Link data-row to={`/grilles/${id}`}>
        {name}
      </Link>
      <span className="under">
        {inForce?.effectiveOn ? t('scorecard.inForce', { version: inForce.version, day: format.day(inForce.effectiveOn) }) : t('scorecard.notInForce')}
        {coming?.effectiveOn && ` · ${t('scorecard.coming', { version: coming.version, day: format.day(coming.effectiveOn) })}`}
        {versions.some(({ state }) => state === 'draft') && ` · ${t('scorecard.hasDraft')}`}
      </span>
    </li>
  );
}

function NewScorecard() {
  const { t } = useTranslation();
  const ids = useId();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) => answer(api.POST('/v1/scorecards', { body: newDefinition(name) })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['scorecards'] });
      void navigate(`/grilles/${id}`);
    },
  });
  return (
    <form className="new-scorecard filters" onSubmit={submit}>
      <p className="field">
        <label htmlFor={`${ids}n`}>{t('scorecard.newName')}</label>
        <input id={`${ids}n`} name="name" required maxLength={200} autoComplete="off" disabled={isPending} />
      </p>
      <button type="submit" className="button" disabled={isPending}>
        {t('scorecard.create')}
      </button>
      {error && <p role="alert" className="doubt">{t('evaluation.failed')}</p>}
    </form>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (typeof name === 'string' && name.trim() !== '') mutate(name.trim());
  }
}
