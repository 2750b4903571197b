import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { answer, api } from '../api/client.js';
import { Gate } from './gate.js';
import { access } from './queries.js';
import { TextField } from './text-field.js';
import { textOf, useComeIn, wordsOf } from './use-sign-in.js';

/** « Connexion » */
export function SignInPage() {
  const { t } = useTranslation();
  const comeIn = useComeIn();
  const { data } = useQuery(access);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: { login: string; password: string }) => answer(api.POST('/v1/session', { body })),
    onSuccess: comeIn,
  });
  const [query] = useSearchParams();
  const refused = query.get('refus');
  if (data?.open) return <Navigate to="/" replace />;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    mutate({ login: textOf(form, 'login'), password: textOf(form, 'password') });
  };
  return (
    <Gate title={t('access.signIn')}>
      {data && !data.hasAccounts && <p className="doubt">{t('access.nobodyYet')}</p>}
      {refused && (
        <p role="alert" className="doubt">
          {t(refused === 'compte' ? 'access.noAccountHere' : 'access.providerFailed')}
        </p>
      )}
      {data?.providers.map(({ name, path }) => (
        <p key={path}>
          <a className="button" href={`${path}${window.location.search}`}>
            {t('access.signInBy', { name })}
          </a>
        </p>
      ))}
      <form onSubmit={submit} aria-busy={isPending}>
        <TextField label={t('access.login')} name="login" autoComplete="username" required />
        <TextField label={t('access.password')} name="password" type="password" autoComplete="current-password" required />
        {error && (
          <p role="alert" className="doubt">
            {wordsOf(error)}
          </p>
        )}
        <button type="submit" className="button" disabled={isPending}>
          {t('access.signInNow')}
        </button>
      </form>
      <p className="field-help">{t('access.forgotten')}</p>
    </Gate>
  );
}
