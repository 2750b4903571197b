import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { type Account, accountList } from './queries.js';
import { rightsIn, RightsFields, type Rights } from './rights-fields.js';
import { Secret } from './secret.js';
import { wordsOf } from './use-sign-in.js';

/** One account: what it may do, changed in place, its link, and whether it may come in. */
export function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: accountList.queryKey });
  const change = useMutation({
    mutationFn: (body: Partial<Rights> & { disabled?: boolean }) =>
      answer(api.PATCH('/v1/accounts/{id}', { params: { path: { id: account.id }, header: { 'If-Match': `"${account.version}"` } }, body })),
    onSettled: refresh,
  });
  const link = useMutation({ mutationFn: () => answer(api.POST('/v1/accounts/{id}/link', { params: { path: { id: account.id } } })) });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.mutate(rightsIn(new FormData(event.currentTarget)));
  };
  const closed = account.state === 'disabled';
  return (
    <li className="account">
      <p>
        <b>{account.name}</b> <span className="soft">{account.login}</span> <span className="tag">{t(`access.state.${account.state}`)}</span>
      </p>
      <p className="soft">
        {account.roles.map((role) => t(`access.role.${role}`)).join(', ')} · {account.teams === 'all' ? t('access.allTeams') : account.teams.join(', ') || t('access.noTeam')}
      </p>
      <details>
        <summary aria-label={t('access.changeOf', { name: account.name })}>{t('access.change')}</summary>
        <form className="form" onSubmit={submit} aria-busy={change.isPending} key={account.version}>
          <RightsFields given={account} />
          <button type="submit" className="button" disabled={change.isPending}>
            {t('access.save')}
          </button>
        </form>
        <p className="form-actions">
          {!closed && (
            <button type="button" className="button" disabled={link.isPending} onClick={() => link.mutate()}>
              {t('access.newLink')}
            </button>
          )}
          <button type="button" className="button" disabled={change.isPending} onClick={() => change.mutate({ disabled: !closed })}>
            {closed ? t('access.reopen') : t('access.close')}
          </button>
        </p>
      </details>
      {(change.error ?? link.error) && (
        <p role="alert" className="doubt">
          {wordsOf(change.error ?? link.error)}
        </p>
      )}
      {link.data && <Secret key={window.location.origin + link.data.path} label={t('access.handOver', { name: account.name })} text={window.location.origin + link.data.path} />}
    </li>
  );
}
