import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me } from '../access/queries.js';

/** Ids of accounts and keys → what they are called, as an answer carries them. */
export type Names = Readonly<Record<string, string>>;

/** « par vous », « par Anne Exemple »: whose word it is. */
export function useWho(names: Names): (by: string) => string {
  const { t } = useTranslation();
  const own = useQuery(me).data?.id;
  return (by) => {
    if (by === 'local') return t('own.by.local');
    if (by === own) return t('own.by.you');
    const name = names[by];
    return name === undefined ? t('own.by.somebody') : t('own.by.named', { name });
  };
}
