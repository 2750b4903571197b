import { useTranslation } from 'react-i18next';
import type { InteractionSummary } from '../api/types.js';

/** What an interaction is called: its subject, else its channel and whom it was with, else its id in its source. */
export function useTitle({ subject, channel, customer, externalId }: InteractionSummary): string {
  const { t } = useTranslation();
  return subject ?? t(`interactions.untitled.${channel}`, { name: customer === null ? externalId : (customer.name ?? customer.ref) });
}
