import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LookAs } from './look-as.js';
import { demonstration, type Me } from './queries.js';

/** Said while whoever reaches this machine's port may do everything, or looks as somebody invented. */
export function OpenNotice({ who }: { who: Me }) {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery(demonstration);
  if (who.kind === 'key') return null;
  if (who.kind === 'account') {
    if (!people.some(({ id }) => id === who.id)) return null;
    return (
      <p className="open-notice">
        {t('access.lookingAs', { name: who.name })} <LookAs who={who} />
      </p>
    );
  }
  return (
    <p className="open-notice">
      {t('access.openHere')} <Link to="/comptes">{t('access.makeAccount')}</Link> <LookAs who={who} />
    </p>
  );
}
