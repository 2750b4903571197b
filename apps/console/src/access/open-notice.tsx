import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Said while whoever reaches this machine's port may do everything. */
export function OpenNotice() {
  const { t } = useTranslation();
  return (
    <p className="open-notice">
      {t('access.openHere')} <Link to="/comptes">{t('access.makeAccount')}</Link>
    </p>
  );
}
