import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me } from '../access/queries.js';

/** Ids of accounts and keys → what they are called, as an answer carries them. */
export type Names = Readonly<Record<string, string>>;

/** An account's id, or a key's: anything else was written by somebody, and is shown as it is. */
const MADE = /^(?:key:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** « vous », « Anne Exemple »: what somebody is called. */
export function useName(names: Names): (id: string) => string {
  const { t } = useTranslation();
  const own = useQuery(me).data?.id;
  return (id) => (id === own ? t('own.name.you') : (names[id] ?? (MADE.test(id) ? t('own.name.somebody') : id)));
}

/** « par vous », « par Anne Exemple »: whose word it is. */
export function useWho(names: Names): (by: string) => string {
  const { t } = useTranslation();
  const nameOf = useName(names);
  return (by) => (by === 'local' ? t('own.by.local') : t('own.by.named', { name: nameOf(by) }));
}
