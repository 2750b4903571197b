import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { demonstration, me, type Me } from './queries.js';

const ONESELF = 'local';

/** As whom one looks at the demonstration: everything at once, or what one of its invented people sees. */
export function LookAs({ who }: { who: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: people = [] } = useQuery(demonstration);
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async (accountId: string) => {
      if (accountId !== ONESELF) return answer(api.POST('/v1/demonstration/session', { body: { accountId } }));
      await answer(api.DELETE('/v1/session'));
      return answer(api.GET('/v1/me'));
    },
    onSuccess: async (now) => {
      // What another sees is not to be shown for a moment.
      client.clear();
      client.setQueryData(me.queryKey, now);
      await navigate('/', { replace: true });
    },
  });
  if (people.length === 0) return null;
  return (
    <label className="look-as">
      {t('access.lookAs')}{' '}
      <select value={who.kind === 'account' ? who.id : ONESELF} disabled={isPending} aria-invalid={isError || undefined} onChange={({ target }) => mutate(target.value)}>
        <option value={ONESELF}>{t('access.lookAsAll')}</option>
        {people.map(({ id, name, roles }) => (
          <option key={id} value={id}>
            {name} · {roles.map((role) => t(`access.role.${role}`)).join(', ')}
          </option>
        ))}
      </select>
    </label>
  );
}
