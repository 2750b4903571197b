import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { me } from '../access/queries.js';
import { Page } from '../shell/page.js';
import { Loading, Problem } from '../states/states.js';
import { ActionsSection } from './actions-section.js';
import { session } from './coaching-queries.js';
import { EffectSection } from './effect-section.js';
import { NextStep } from './next-step.js';
import { NotesSection } from './notes-section.js';
import { PrintButton } from './print-button.js';
import { SessionSheet } from './session-sheet.js';

/** A session, for whoever runs it. */
export function SessionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const who = useQuery(me).data;
  const { data, error, refetch } = useQuery(session('coach', id));
  if (data === undefined) return <Page title={t('coaching.title')}>{error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
  return (
    <Page title={t('coaching.sessionTitle', { name: data.agent.name ?? data.agent.ref })} lead={`${data.team?.name ?? ''} · ${t('coaching.coach')} ${data.coach.name ?? data.coach.id}`} aside={<Link to="/coaching">{t('coaching.all')}</Link>}>
      <div className="coaching-sheet">
        <NextStep key={`${data.state} ${data.version}`} session={data} />
        <SessionSheet session={data} />
        <ActionsSection session={data} runs />
        <NotesSection session={data} side="coach" me={who?.id ?? ''} />
        {data.heldOn !== null && <EffectSection side="coach" id={id} />}
        <PrintButton />
      </div>
    </Page>
  );
}
