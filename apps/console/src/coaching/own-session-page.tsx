import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { me } from '../access/queries.js';
import { answer, api } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { Loading, Problem } from '../states/states.js';
import { ActionsSection } from './actions-section.js';
import { session } from './coaching-queries.js';
import { EffectSection } from './effect-section.js';
import { NotesSection } from './notes-section.js';
import { PrintButton } from './print-button.js';
import { SessionSheet } from './session-sheet.js';
import { Trouble } from './trouble.js';
import { useSessionAct } from './use-session-act.js';

/** A session, for the agent concerned: to read, to answer, to acknowledge. */
export function OwnSessionPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = '' } = useParams();
  const who = useQuery(me).data;
  const { data, error, refetch } = useQuery(session('agent', id));
  const { mutate, isPending, trouble } = useSessionAct((version: number) =>
    answer(api.POST('/v1/me/coaching-sessions/{id}/acknowledgement', { params: { path: { id }, header: { 'If-Match': `"${version}"` } } })),
  );
  if (data === undefined) return <Page title={t('coaching.ownTitle')}>{error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />}</Page>;
  const day = data.heldOn ?? data.plannedOn;
  return (
    <Page title={t('coaching.ownSessionTitle', { day: day === null ? t('coaching.noDate') : format.day(day) })} lead={`${t('coaching.coach')} ${data.coach.name ?? data.coach.id}`} aside={<Link to="/mes-seances">{t('coaching.all')}</Link>}>
      <div className="coaching-sheet">
        <SessionSheet session={data} />
        <ActionsSection session={data} runs={false} />
        <NotesSection session={data} side="agent" me={who?.id ?? ''} />
        {data.state === 'held' && (
          <div className="panel-box no-print">
            <button type="button" className="button" disabled={isPending} onClick={() => mutate(data.version)}>
              {t('coaching.acknowledge')}
            </button>
            <p className="note">{t('coaching.acknowledgeHint')}</p>
            <Trouble text={trouble} />
          </div>
        )}
        {data.acknowledgedAt !== null && <p className="note">{t('coaching.acknowledgedAt', { at: format.dateTime(data.acknowledgedAt) })}</p>}
        {data.heldOn !== null && <EffectSection side="agent" id={id} />}
        <PrintButton />
      </div>
    </Page>
  );
}
