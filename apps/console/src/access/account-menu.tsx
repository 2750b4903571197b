import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { useKeys } from '../shell/use-keys.js';
import { demonstration, me, type Me } from './queries.js';

/** Who one is here, and the way out. */
export function AccountMenu({ who, house }: { who: Me; house: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const menu = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  useKeys(useMemo(() => ({ Escape: () => menu.current?.removeAttribute('open') }), []));
  const { mutate, isPending } = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/session')),
    onSuccess: async () => {
      await navigate('/connexion');
      client.clear();
      client.setQueryData(me.queryKey, null);
    },
  });
  const { data: people = [] } = useQuery(demonstration);
  // Whoever looks as somebody invented goes back where that was chosen, and has no password.
  if (people.some(({ id }) => id === who.id)) return null;
  return (
    // A new page, and it is closed.
    <details ref={menu} className="menu" key={pathname}>
      <summary>{who.name}</summary>
      <div className="menu-in">
        <p>
          {house}
          <br />
          {who.roles.map((role) => t(`access.role.${role}`)).join(', ')}
        </p>
        <Link to="/mot-de-passe">{t('access.changePassword')}</Link>
        <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
          {t('access.signOut')}
        </button>
      </div>
    </details>
  );
}
