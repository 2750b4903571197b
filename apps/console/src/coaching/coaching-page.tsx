import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../access/rights.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { SessionTable } from './session-table.js';

/** « Coaching »: sessions within one's teams. */
export function CoachingPage() {
  const { t } = useTranslation();
  useRowKeys();
  const runs = useMay('coaching');
  return (
    <Page title={t('coaching.title')} lead={t('coaching.lead')} aside={runs && <Link className="button" to="/coaching/preparation">{t('coaching.prepare')}</Link>}>
      <SessionTable side="coach" to={runs ? (id) => `/coaching/${id}` : null} />
    </Page>
  );
}
