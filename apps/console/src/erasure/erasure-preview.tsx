import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../access/text-field.js';
import { textOf, wordsOf } from '../access/use-sign-in.js';
import { answer, api } from '../api/client.js';
import type { Counts } from './erasure-queries.js';

export interface Preview {
  readonly customer: string;
  readonly counts: Counts;
}

/** Asks what would go; nothing is changed. */
export function ErasurePreview({ show }: { show: (preview: Preview | null) => void }) {
  const { t } = useTranslation();
  const count = useMutation({
    mutationFn: async (customer: string): Promise<Preview> => {
      // The API wants a reason for either; this one is kept nowhere.
      const { counts } = await answer(api.POST('/v1/erasures', { body: { customer, reason: 'aperçu', dryRun: true } }));
      return { customer, counts };
    },
    onSuccess: show,
    onError: () => show(null),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    count.mutate(textOf(new FormData(event.currentTarget), 'customer').trim());
  };
  return (
    <form className="form" onSubmit={submit} aria-busy={count.isPending} autoComplete="off">
      <TextField label={t('erasure.customer')} name="customer" required maxLength={200} help={t('erasure.customerHelp')} onChange={() => show(null)} />
      {count.error && (
        <p role="alert" className="doubt">
          {wordsOf(count.error)}
        </p>
      )}
      <button type="submit" className="button" disabled={count.isPending}>
        {t('erasure.preview')}
      </button>
    </form>
  );
}
