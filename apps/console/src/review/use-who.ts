import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me } from '../access/queries.js';

/** « par vous », « par un autre relecteur »: accounts stand in reviews by their id, and a name would be no part of a judgement. */
export function useWho(by: string): string {
  const { t } = useTranslation();
  const who = useQuery(me).data;
  if (by === 'local') return t('review.local');
  return t(by === who?.id ? 'review.you' : 'review.somebody');
}
