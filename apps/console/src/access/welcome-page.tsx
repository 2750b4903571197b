import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Loading } from '../states/states.js';
import { Gate } from './gate.js';
import { TextField } from './text-field.js';
import { textOf, useComeIn, wordsOf } from './use-sign-in.js';

const tokenIn = (hash: string): string => new URLSearchParams(hash.slice(1)).get('jeton') ?? '';

/** « Bienvenue »: a one-time link, by which one chooses a password. The token stays behind `#`, where no server sees it. */
export function WelcomePage() {
  const { t } = useTranslation();
  const comeIn = useComeIn();
  const [token] = useState(() => tokenIn(window.location.hash));
  const [differs, setDiffers] = useState(false);
  const look = useQuery({ queryKey: ['link', token], queryFn: () => answer(api.POST('/v1/links/look', { body: { token } })), enabled: token !== '', staleTime: Infinity });
  const use = useMutation({
    mutationFn: (body: { token: string; password: string; login?: string; name?: string }) => answer(api.POST('/v1/links/use', { body })),
    onSuccess: comeIn,
  });
  const gone = token === '' || look.error;
  if (gone) {
    return (
      <Gate title={t('access.linkGone')} lead={look.error ? wordsOf(look.error) : t('access.linkMissing')}>
        <Link className="button" to="/connexion">
          {t('access.toSignIn')}
        </Link>
      </Gate>
    );
  }
  if (!look.data) return <Loading />;
  const { purpose, login, name } = look.data;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = textOf(form, 'password');
    const same = password === textOf(form, 'again');
    setDiffers(!same);
    if (same) use.mutate({ token, password, ...(purpose === 'first' && { login: textOf(form, 'login'), name: textOf(form, 'name') }) });
  };
  return (
    <Gate title={name === null ? t('access.welcome') : t('access.welcomeName', { name })} lead={t(`access.lead.${purpose}`)}>
      <form onSubmit={submit} aria-busy={use.isPending}>
        {purpose === 'first' ? (
          <>
            <TextField label={t('access.name')} name="name" autoComplete="name" required />
            <TextField label={t('access.login')} name="login" autoComplete="username" required help={t('access.loginHelp')} />
          </>
        ) : (
          <TextField label={t('access.login')} name="login" autoComplete="username" value={login ?? ''} readOnly />
        )}
        <TextField label={t('access.newPassword')} name="password" type="password" autoComplete="new-password" minLength={12} required help={t('access.passwordHelp')} />
        <TextField label={t('access.again')} name="again" type="password" autoComplete="new-password" minLength={12} required />
        {(differs || use.error) && (
          <p role="alert" className="doubt">
            {differs ? t('access.differs') : wordsOf(use.error)}
          </p>
        )}
        <button type="submit" className="button" disabled={use.isPending}>
          {t('access.choose')}
        </button>
      </form>
    </Gate>
  );
}
