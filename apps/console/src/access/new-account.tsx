import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { accountList } from './queries.js';
import { rightsIn, RightsFields, type Rights } from './rights-fields.js';
import { Secret } from './secret.js';
import { TextField } from './text-field.js';
import { textOf, wordsOf } from './use-sign-in.js';

interface Wanted extends Rights {
  readonly login: string;
  readonly name: string;
  readonly agentRef: string | null;
}

/** Makes an account, and shows the link to hand over. The first one is an administrator's: with it the access closes. */
export function NewAccount({ first }: { first: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (body: Wanted) => answer(api.POST('/v1/accounts', { body })),
    onSuccess: ({ link }) => {
      // The one who makes the first account is its owner: from here on only the link leads in.
      if (first) window.location.assign(link.path);
      else void client.invalidateQueries({ queryKey: accountList.queryKey });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const rights: Rights = first ? { roles: ['admin'], teams: 'all' } : rightsIn(form);
    mutate({ ...rights, login: textOf(form, 'login'), name: textOf(form, 'name'), agentRef: textOf(form, 'agentRef') || null }, { onSuccess: () => element.reset() });
  };
  return (
    <details className="new" open={first}>
      <summary>{first ? t('access.firstAccount') : t('access.newAccount')}</summary>
      <form className="form" onSubmit={submit} aria-busy={isPending}>
        {first && <p>{t('access.firstAccountLead')}</p>}
        <TextField label={t('access.name')} name="name" required />
        <TextField label={t('access.login')} name="login" required help={t('access.loginHelp')} />
        {!first && <RightsFields />}
        {!first && <TextField label={t('access.agentRef')} name="agentRef" help={t('access.agentRefHelp')} />}
        {error && (
          <p role="alert" className="doubt">
            {wordsOf(error)}
          </p>
        )}
        <button type="submit" className="button" disabled={isPending}>
          {t('access.create')}
        </button>
      </form>
      {data && !first && <Secret key={window.location.origin + data.link.path} label={t('access.handOver', { name: data.account.name })} text={window.location.origin + data.link.path} />}
    </details>
  );
}
