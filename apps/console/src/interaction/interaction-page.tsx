import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { interaction } from '../api/queries.js';
import { Page } from '../shell/page.js';
import { Loading, Problem } from '../states/states.js';
import { InteractionView } from './interaction-view.js';

export function InteractionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(interaction(id));
  // Findings are selected by key: another interaction starts afresh.
  if (data) return <InteractionView key={data.id} interaction={data} />;
  const missing = error instanceof ProblemError && (error.status === 404 || error.code === 'invalid_path');
  return (
    <Page title={missing ? t('interaction.notFound') : t('nav.page.interactions')}>
      {error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />}
    </Page>
  );
}
