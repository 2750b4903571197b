import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { organisation } from '../api/queries.js';
import { languageOf } from '../i18n/i18n.js';
import { formatOf, type Format } from './format.js';

/** Pages below the shell only: it waits for the organisation, whose time zone dates are written in. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const timeZone = useQueryClient().getQueryData(organisation.queryKey)?.timeZone ?? 'UTC';
  return useMemo(() => formatOf(languageOf(i18n.language), timeZone), [i18n.language, timeZone]);
}
