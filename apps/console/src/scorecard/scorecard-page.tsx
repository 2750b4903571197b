import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useMay } from '../access/rights.js';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { Loading, Problem } from '../states/states.js';
import { ScorecardEditor } from './scorecard-editor.js';
import { ScorecardFigures } from './scorecard-figures.js';
import { scorecard } from './scorecard-queries.js';
import { ScorecardRead } from './scorecard-read.js';

/** One scorecard: a version, written while it is a draft and read once it is published; and what came of it. */
export function ScorecardPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = '' } = useParams();
  const [parameters] = useSearchParams();
  const writes = useMay('scorecards');
  const figures = useMay('figures');
  const { data, error, refetch } = useQuery(scorecard(id));
  if (data === undefined) return <Page title={t('scorecard.title')}>{error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
  const { card, tag } = data;
  const asked = Number(parameters.get('version'));
  const shown = card.versions.find(({ version }) => version === asked) ?? card.versions[0]!;
  return (
    <Page title={card.name} lead={t('scorecard.oneLead')} aside={<Link to="/grilles">{t('scorecard.all')}</Link>}>
      <nav aria-label={t('scorecard.versions')}>
        <ul className="versions">
          {card.versions.map(({ version, state, effectiveOn, retiredFrom }) => (
            <li key={version}>
              <Link to={`?version=${version}`} aria-current={version === shown.version ? 'page' : undefined}>
                {t('scorecard.version', { version })}
              </Link>
              <span className="under">
                {state === 'draft' ? t('scorecard.draft') : t('scorecard.since', { day: format.day(effectiveOn ?? '') })}
                {retiredFrom !== null && ` · ${t('scorecard.retiredFrom', { day: format.day(retiredFrom) })}`}
              </span>
            </li>
          ))}
        </ul>
      </nav>
      {shown.state === 'draft' && writes ? <ScorecardEditor key={`${shown.version} ${tag}`} card={card} version={shown} tag={tag} /> : <ScorecardRead card={card} version={shown} tag={tag} writes={writes} />}
      {figures && card.versions.some(({ state }) => state !== 'draft') && <ScorecardFigures id={card.id} />}
    </Page>
  );
}
