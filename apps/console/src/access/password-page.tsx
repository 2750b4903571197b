import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Page } from '../shell/page.js';
import { me } from './queries.js';
import { TextField } from './text-field.js';
import { textOf, wordsOf } from './use-sign-in.js';

/** « Mot de passe » */
export function PasswordPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [differs, setDiffers] = useState(false);
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (body: { current: string; password: string }) => answer(api.PUT('/v1/me/password', { body })),
    onSuccess: (who) => client.setQueryData(me.queryKey, who),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const same = textOf(form, 'password') === textOf(form, 'again');
    setDiffers(!same);
    if (same) mutate({ current: textOf(form, 'current'), password: textOf(form, 'password') }, { onSuccess: () => element.reset() });
  };
  return (
    <Page title={t('access.changePassword')} lead={t('access.changeLead')}>
      <form className="form" onSubmit={submit} aria-busy={isPending}>
        <TextField label={t('access.current')} name="current" type="password" autoComplete="current-password" required />
        <TextField label={t('access.newPassword')} name="password" type="password" autoComplete="new-password" minLength={12} required help={t('access.passwordHelp')} />
        <TextField label={t('access.again')} name="again" type="password" autoComplete="new-password" minLength={12} required />
        {differs || error ? (
          <p role="alert" className="doubt">
            {differs ? t('access.differs') : wordsOf(error)}
          </p>
        ) : (
          <p role="status">{isSuccess ? t('access.changed') : ''}</p>
        )}
        <button type="submit" className="button" disabled={isPending}>
          {t('access.choose')}
        </button>
      </form>
    </Page>
  );
}
