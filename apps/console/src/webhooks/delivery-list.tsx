import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../access/use-sign-in.js';
import { answer, api } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import { LoadMore } from '../states/load-more.js';
import { Loading, Problem } from '../states/states.js';
import { outcomeOf } from './outcome.js';
import { useWebhookAct } from './use-webhook-act.js';
import { deliveriesOf } from './webhook-queries.js';

/** What was sent to a webhook, with what became of it; what is not on its way can be sent again. */
export function DeliveryList({ webhook }: { webhook: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useInfiniteQuery(deliveriesOf(webhook));
  const again = useWebhookAct((delivery: string) => answer(api.POST('/v1/webhooks/{id}/deliveries/{delivery}/redeliver', { params: { path: { id: webhook, delivery } } })));
  if (!list.data) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="soft">{t('webhooks.noDelivery')}</p>;
  return (
    <>
      {again.error && (
        <p role="alert" className="doubt">
          {wordsOf(again.error)}
        </p>
      )}
      <div className="wide-table">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('webhooks.colWhen')}</th>
              <th scope="col">{t('webhooks.colEvent')}</th>
              <th scope="col">{t('webhooks.colOutcome')}</th>
              <th scope="col">
                <span className="unseen">{t('webhooks.redeliver')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((delivery) => (
              <tr key={delivery.id}>
                <th scope="row">{format.dateTime(delivery.createdAt)}</th>
                <td>{t(`webhooks.event.${delivery.type}`)}</td>
                <td>
                  {outcomeOf(t, delivery)} <span className="under">{t('webhooks.attempts', { count: delivery.attempts })}</span>
                  {delivery.state === 'given-up' && <span className="under">{t('webhooks.givenUp')}</span>}
                  {delivery.state === 'waiting' && delivery.nextAttemptAt !== null && <span className="under">{t('webhooks.nextAt', { at: format.dateTime(delivery.nextAttemptAt) })}</span>}
                </td>
                <td>
                  <button type="button" className="quiet" disabled={again.isPending} aria-label={t('webhooks.redeliverOf', { at: format.dateTime(delivery.createdAt) })} onClick={() => again.mutate(delivery.id)}>
                    {t('webhooks.redeliver')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore list={list} shown={items.length} />
    </>
  );
}
