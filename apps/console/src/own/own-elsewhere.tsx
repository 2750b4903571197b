import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What else there is about oneself. */
export function OwnElsewhere() {
  const { t } = useTranslation();
  return (
    <nav className="own-elsewhere" aria-label={t('own.elsewhere')}>
      <Link to="/mes-evaluations">{t('evaluation.own')}</Link>
      <Link to="/mes-seances">{t('coaching.ownTitle')}</Link>
    </nav>
  );
}
