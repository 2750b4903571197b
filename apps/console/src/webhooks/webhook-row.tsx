import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Secret } from '../access/secret.js';
import { wordsOf } from '../access/use-sign-in.js';
import { answer, api } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import { DeliveryList } from './delivery-list.js';
import { outcomeOf } from './outcome.js';
import { useWebhookAct } from './use-webhook-act.js';
import type { Webhook } from './webhook-queries.js';

/** One webhook: where it leads, how it fares, and what can be done with it. */
export function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, url, types, state, stopped, waiting, version, createdAt, previousSecretUntil } = webhook;
  const [open, setOpen] = useState(false);
  const path = { path: { id } };
  // Held to what is seen here: two administrators do not undo each other unknowingly.
  const params = { ...path, header: { 'If-Match': `"${version}"` } };
  const test = useWebhookAct(() => answer(api.POST('/v1/webhooks/{id}/test', { params: path })));
  const rotate = useWebhookAct(() => answer(api.POST('/v1/webhooks/{id}/secret', { params })));
  const move = useWebhookAct((to: 'active' | 'paused') => answer(api.PATCH('/v1/webhooks/{id}', { params, body: { state: to } })));
  const removal = useWebhookAct(() => answer(api.DELETE('/v1/webhooks/{id}', { params })), true);
  const busy = test.isPending || rotate.isPending || move.isPending || removal.isPending;
  const error = test.error ?? rotate.error ?? move.error ?? removal.error;
  const begin = (act: () => void) => () => {
    for (const one of [test, rotate, move, removal]) one.reset();
    act();
  };
  return (
    <li className="account" aria-labelledby={`webhook-${id}`}>
      <h2 id={`webhook-${id}`} className="webhook-name">
        {name} <span className="tag">{t(`webhooks.state.${state}`)}</span>
      </h2>
      <p>
        <code className="webhook-url">{url}</code>
      </p>
      <p className="soft">
        {types.length === 0 ? t('webhooks.everyEvent') : types.map((type) => t(`webhooks.event.${type}`)).join(', ')} · {t('webhooks.waiting', { count: waiting })} · {t('webhooks.createdAt', { at: format.dateTime(createdAt) })}
      </p>
      {stopped !== null && <p className="doubt">{t(`webhooks.stopped.${stopped}`)}</p>}
      {previousSecretUntil !== null && <p className="soft">{t('webhooks.previousUntil', { at: format.dateTime(previousSecretUntil) })}</p>}
      <p className="form-actions">
        <button type="button" className="button" disabled={busy} aria-label={t('webhooks.testOf', { name })} onClick={begin(() => test.mutate(undefined))}>
          {t('webhooks.test')}
        </button>
        <button type="button" className="button" disabled={busy} aria-label={t(state === 'active' ? 'webhooks.pauseOf' : 'webhooks.resumeOf', { name })} onClick={begin(() => move.mutate(state === 'active' ? 'paused' : 'active'))}>
          {t(state === 'active' ? 'webhooks.pause' : 'webhooks.resume')}
        </button>
        <button type="button" className="button" disabled={busy} aria-label={t('webhooks.rotateOf', { name })} onClick={begin(() => window.confirm(t('webhooks.rotateSure')) && rotate.mutate(undefined))}>
          {t('webhooks.rotate')}
        </button>
        <button type="button" className="quiet" disabled={busy} aria-label={t('webhooks.removeOf', { name })} onClick={begin(() => window.confirm(t('webhooks.removeSure', { name })) && removal.mutate(undefined))}>
          {t('webhooks.remove')}
        </button>
      </p>
      {test.data && (
        <p role="status" className={test.data.state === 'delivered' ? 'soft' : 'doubt'}>
          {t('webhooks.tested', { outcome: outcomeOf(t, test.data) })}
        </p>
      )}
      {rotate.data?.secret && <Secret key={rotate.data.secret} label={t('webhooks.secretOnce', { name })} text={rotate.data.secret} />}
      {error && (
        <p role="alert" className="doubt">
          {wordsOf(error)}
        </p>
      )}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('webhooks.deliveries')}</summary>
        {open && <DeliveryList webhook={id} />}
      </details>
    </li>
  );
}
