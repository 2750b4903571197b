import type { TFunction } from 'i18next';
import type { Delivery } from './webhook-queries.js';

/** What became of a delivery so far, in words. */
export function outcomeOf(t: TFunction, { state, lastStatus, lastFailure }: Delivery): string {
  if (state === 'delivered') return t('webhooks.outcome.taken', { status: lastStatus ?? '2xx' });
  if (lastFailure === null) return t('webhooks.outcome.waiting');
  return lastStatus === null ? t(`webhooks.failure.${lastFailure}`) : t('webhooks.outcome.answered', { why: t(`webhooks.failure.${lastFailure}`), status: lastStatus });
}
