import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import { type AccessKey, keyList } from './queries.js';
import { rightsIn, RightsFields, ROLES } from './rights-fields.js';
import { Secret } from './secret.js';
import { TextField } from './text-field.js';
import { textOf, wordsOf } from './use-sign-in.js';

const OF_PROGRAMS = ROLES.filter((role) => role !== 'agent');
const DAY_MS = 86_400_000;

/** Keys of programs: made, shown once, revoked. */
export function KeySection() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const keys = useQuery(keyList).data ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: keyList.queryKey });
  const create = useMutation({ mutationFn: (form: FormData) => answer(api.POST('/v1/keys', { body: wantedIn(form) })), onSettled: refresh });
  const revoke = useMutation({ mutationFn: (id: string) => answer(api.DELETE('/v1/keys/{id}', { params: { path: { id } } })), onSettled: refresh });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const element = event.currentTarget;
    create.mutate(new FormData(element), { onSuccess: () => element.reset() });
  };
  return (
    <section aria-labelledby="cles">
      <h2 id="cles" className="section-head">
        {t('access.keys')}
      </h2>
      <details className="new">
        <summary>{t('access.newKey')}</summary>
        <form className="form" onSubmit={submit} aria-busy={create.isPending}>
          <TextField label={t('access.keyName')} name="name" required help={t('access.keyNameHelp')} />
          <fieldset className="choices">
            <legend>{t('access.scopes')}</legend>
            <label>
              <input type="checkbox" name="scope" value="ingest:write" defaultChecked /> {t('access.ingestWrite')}
            </label>
          </fieldset>
          <RightsFields roles={OF_PROGRAMS} />
          <TextField label={t('access.days')} name="days" type="number" min={1} max={3650} defaultValue={365} required />
          {create.error && (
            <p role="alert" className="doubt">
              {wordsOf(create.error)}
            </p>
          )}
          <button type="submit" className="button" disabled={create.isPending}>
            {t('access.create')}
          </button>
        </form>
        {create.data?.key && <Secret key={create.data.key} label={t('access.keyOnce')} text={create.data.key} />}
      </details>
      {keys.length === 0 ? (
        <p className="soft">{t('access.noKey')}</p>
      ) : (
        <ul className="rows">
          {keys.map((key) => (
            <KeyRow key={key.id} of={key} busy={revoke.isPending} revoke={() => revoke.mutate(key.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function KeyRow({ of: key, busy, revoke }: { of: AccessKey; busy: boolean; revoke: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = key.revokedAt !== null ? t('access.revoked') : key.expiresAt === null ? t('access.noEnd') : t('access.until', { date: format.date(key.expiresAt) });
  return (
    <li className="account">
      <p>
        <b>{key.name}</b> <code>{key.hint}…</code> <span className="tag">{end}</span>
      </p>
      <p className="soft">
        {[...key.roles.map((role) => t(`access.role.${role}`)), ...key.scopes.map(() => t('access.ingestWrite'))].join(', ')} ·{' '}
        {key.lastUsed === null ? t('access.neverUsed') : t('access.lastUsed', { date: format.date(`${key.lastUsed}T12:00:00Z`) })}
      </p>
      {key.revokedAt === null && (
        <button type="button" className="button" disabled={busy} aria-label={t('access.revokeOf', { name: key.name })} onClick={revoke}>
          {t('access.revoke')}
        </button>
      )}
    </li>
  );
}

const wantedIn = (form: FormData) => {
  const { roles, teams } = rightsIn(form);
  return {
    name: textOf(form, 'name'),
    roles: OF_PROGRAMS.filter((role) => roles.includes(role)),
    scopes: form.getAll('scope').includes('ingest:write') ? ['ingest:write' as const] : [],
    teams,
    expiresAt: new Date(Date.now() + Number(textOf(form, 'days')) * DAY_MS).toISOString(),
  };
};
