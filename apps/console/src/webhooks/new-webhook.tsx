import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Secret } from '../access/secret.js';
import { TextField } from '../access/text-field.js';
import { textOf, wordsOf } from '../access/use-sign-in.js';
import { answer, api } from '../api/client.js';
import { newRequestKey } from '../api/request-key.js';
import { useWebhookAct } from './use-webhook-act.js';
import { EVENTS } from './webhook-queries.js';

/** Makes a webhook; its secret is shown this once. */
export function NewWebhook() {
  const { t } = useTranslation();
  const [key, setKey] = useState(newRequestKey);
  const create = useWebhookAct((form: FormData) => {
    const chosen = form.getAll('type');
    const types = EVENTS.filter((type) => chosen.includes(type));
    return answer(api.POST('/v1/webhooks', { params: { header: { 'Idempotency-Key': key } }, body: { name: textOf(form, 'name'), url: textOf(form, 'url'), types } }));
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const element = event.currentTarget;
    create.mutate(new FormData(element), {
      onSuccess: () => {
        element.reset();
        setKey(newRequestKey());
      },
    });
  };
  const made = create.data;
  return (
    <details className="new">
      <summary>{t('webhooks.create')}</summary>
      <form className="form" onSubmit={submit} aria-busy={create.isPending}>
        <TextField label={t('webhooks.name')} name="name" required maxLength={120} help={t('webhooks.nameHelp')} />
        <TextField label={t('webhooks.url')} name="url" type="url" required maxLength={2000} placeholder="https://" help={t('webhooks.urlHelp')} />
        <fieldset className="choices">
          <legend>{t('webhooks.types')}</legend>
          {EVENTS.map((type) => (
            <label key={type}>
              <input type="checkbox" name="type" value={type} /> {t(`webhooks.event.${type}`)}
            </label>
          ))}
        </fieldset>
        <p className="soft">{t('webhooks.typesHelp')}</p>
        {create.error && (
          <p role="alert" className="doubt">
            {wordsOf(create.error)}
          </p>
        )}
        <button type="submit" className="button" disabled={create.isPending}>
          {t('webhooks.make')}
        </button>
      </form>
      {made &&
        (made.secret === null ? (
          <p role="status" className="doubt">
            {t('webhooks.secretGone')}
          </p>
        ) : (
          <Secret key={made.secret} label={t('webhooks.secretOnce', { name: made.webhook.name })} text={made.secret} />
        ))}
    </details>
  );
}
