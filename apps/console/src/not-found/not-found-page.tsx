import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../shell/page.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.detail')}>
      <Link className="button" to="/">
        {t('notFound.home')}
      </Link>
    </Page>
  );
}
