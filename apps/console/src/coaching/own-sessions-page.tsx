import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { SessionTable } from './session-table.js';

/** « Mes séances »: an agent's own. */
export function OwnSessionsPage() {
  const { t } = useTranslation();
  useRowKeys();
  return (
    <Page title={t('coaching.ownTitle')} lead={t('coaching.ownLead')}>
      <SessionTable side="agent" to={(id) => `/mes-seances/${id}`} />
    </Page>
  );
}
