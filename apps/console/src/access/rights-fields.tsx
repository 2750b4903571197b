import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { teamList } from '../api/queries.js';
import type { Role } from './queries.js';

export const ROLES = ['admin', 'cx-owner', 'supervisor', 'coach', 'agent', 'dashboard', 'dpo'] as const satisfies readonly Role[];

export interface Rights {
  readonly roles: Role[];
  readonly teams: 'all' | string[];
}

/** Roles and teams as checkboxes; read them with `rightsIn`. */
export function RightsFields({ given, roles = ROLES }: { given?: { readonly roles: readonly Role[]; readonly teams: 'all' | readonly string[] }; roles?: readonly Role[] }) {
  const { t } = useTranslation();
  const teams = useQuery(teamList).data ?? [];
  const [all, setAll] = useState(given === undefined || given.teams === 'all');
  return (
    <>
      <fieldset className="choices">
        <legend>{t('access.roles')}</legend>
        {roles.map((role) => (
          <label key={role}>
            <input type="checkbox" name="role" value={role} defaultChecked={given?.roles.includes(role) ?? false} /> {t(`access.role.${role}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('access.teams')}</legend>
        <label>
          <input type="checkbox" name="all" checked={all} onChange={({ target }) => setAll(target.checked)} /> {t('access.allTeams')}
        </label>
        {!all &&
          teams.map(({ ref, name }) => (
            <label key={ref}>
              <input type="checkbox" name="team" value={ref} defaultChecked={given !== undefined && given.teams !== 'all' && given.teams.includes(ref)} /> {name ?? ref}
            </label>
          ))}
      </fieldset>
    </>
  );
}

export const rightsIn = (form: FormData): Rights => ({
  roles: ROLES.filter((role) => form.getAll('role').includes(role)),
  teams: form.has('all') ? 'all' : form.getAll('team').map(String),
});
