import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { NewWebhook } from './new-webhook.js';
import { webhooks } from './webhook-queries.js';
import { WebhookRow } from './webhook-row.js';

/** « Webhooks »: where events of findings are sent. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(webhooks);
  return (
    <Page title={t('webhooks.title')} lead={t('webhooks.lead')}>
      {data && <NewWebhook />}
      {content()}
    </Page>
  );

  function content() {
    if (!data) return error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />;
    if (data.length === 0) return <Empty title={t('webhooks.none')} detail={t('webhooks.noneDetail')} />;
    return (
      <ul className="rows">
        {data.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    );
  }
}
