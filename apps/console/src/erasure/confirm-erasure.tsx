import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../access/text-field.js';
import { textOf, wordsOf } from '../access/use-sign-in.js';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { newRequestKey } from '../api/request-key.js';
import { CountTable } from './count-table.js';
import type { Preview } from './erasure-preview.js';

/** What would go, and that it goes for good: once the ref is typed again, with a reason. */
export function ConfirmErasure({ preview: { customer, counts }, done }: { preview: Preview; done: (id: string) => void }) {
  const { t } = useTranslation();
  const [again, setAgain] = useState('');
  // Sent twice, it acts once, and the answer is the same receipt; with another reason it is another request.
  const [key, setKey] = useState(newRequestKey);
  const erase = useMutation({
    mutationFn: async (reason: string) => {
      const made = await answer(api.POST('/v1/erasures', { params: { header: { 'Idempotency-Key': key } }, body: { customer, reason } }));
      if (!('id' in made)) throw new ProblemError({ status: 0, code: 'unexpected' });
      return made.id;
    },
    onSuccess: done,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    erase.mutate(textOf(new FormData(event.currentTarget), 'reason').trim());
  };
  return (
    <section aria-labelledby="a-effacer" className="erasure-confirm">
      <h2 id="a-effacer">{t('erasure.wouldGo', { customer })}</h2>
      <CountTable counts={counts} caption={t('erasure.wouldGoCaption')} />
      <h3>{t('erasure.goes')}</h3>
      <p>{t('erasure.goesDetail')}</p>
      <h3>{t('erasure.stays')}</h3>
      <p>{t('erasure.staysDetail')}</p>
      <h3>{t('erasure.beyond')}</h3>
      <p>{t('erasure.beyondDetail')}</p>
      <form className="form" onSubmit={submit} aria-busy={erase.isPending} autoComplete="off">
        <TextField label={t('erasure.reason')} name="reason" required maxLength={500} help={t('erasure.reasonHelp')} onChange={() => setKey(newRequestKey())} />
        <TextField label={t('erasure.again', { customer })} name="again" required value={again} help={t('erasure.againHelp')} onChange={({ target }) => setAgain(target.value)} />
        {erase.error && (
          <p role="alert" className="doubt">
            {wordsOf(erase.error)}
          </p>
        )}
        <button type="submit" className="button danger" disabled={erase.isPending || again.trim() !== customer}>
          {t('erasure.erase')}
        </button>
      </form>
    </section>
  );
}
