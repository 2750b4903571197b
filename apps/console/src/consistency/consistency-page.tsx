import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../access/rights.js';
import { AnswersSection } from '../answers/answers-section.js';
import { QuestionDetail } from '../answers/question-detail.js';
import { consistencyReport, rulebook } from '../api/queries.js';
import { ContradictionSection } from '../contradictions/contradiction-section.js';
import { FilterBar } from '../filters/filter-bar.js';
import { pick, type ConsistencyFilter } from '../filters/filters.js';
import { PeriodAndChannel } from '../filters/period-and-channel.js';
import { TeamSelect } from '../filters/team-select.js';
import { useFilters } from '../filters/use-filters.js';
import { Page } from '../shell/page.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { SpreadSections } from './spread-sections.js';
import { SubjectDetail } from './subject-detail.js';

/** The same tune, whoever answers: spread per commitment, and one rule or commitment in depth once it is chosen. */
export function ConsistencyPage() {
  const withWords = useMay('wordsOfOthers');
  const { t } = useTranslation();
  const { filters, set, clear } = useFilters();
  const query: ConsistencyFilter = pick(filters, ['from', 'to', 'channel', 'team']);
  const asked = filters.topic !== undefined;
  const chosen = asked || filters.rule !== undefined || filters.commitment !== undefined;
  const report = useQuery({ ...consistencyReport(query), enabled: !chosen });
  const { data: score } = useQuery(rulebook);
  return (
    <Page title={t('consistency.title')} lead={t('consistency.lead')}>
      <FilterBar clear={Object.keys(query).length > 0 ? clear : null}>
        <PeriodAndChannel filters={filters} set={set} />
        <TeamSelect filters={filters} set={set} />
      </FilterBar>
      {asked ? (
        <QuestionDetail query={query} filters={filters} language={score?.language} />
      ) : chosen ? (
        <SubjectDetail query={query} filters={filters} language={score?.language} />
      ) : (
        <>
          {withWords && <ContradictionSection query={pick(filters, ['from', 'to', 'channel'])} narrowed={filters.team !== undefined} language={score?.language} />}
          {withWords && <AnswersSection query={query} />}
          {content()}
        </>
      )}
    </Page>
  );

  function content() {
    if (!report.data) return report.error ? <Problem error={report.error} retry={() => void report.refetch()} /> : <Loading />;
    if (report.data.rows.length === 0) return <Empty title={t('consistency.empty')} detail={t('consistency.emptyDetail')} />;
    return (
      <>
        <SpreadSections report={report.data} query={query} language={score?.language} />
        {report.error && (
          <p className="banner" role="alert">
            {t('overview.stale')}
          </p>
        )}
        <output className="note">{report.data.lag > 0 && t('figures.lag', { count: report.data.lag })}</output>
      </>
    );
  }
}
