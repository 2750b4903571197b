import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../shell/page.js';
import { ConfirmErasure } from './confirm-erasure.js';
import { ErasurePreview, type Preview } from './erasure-preview.js';
import { ErasureReceipt } from './erasure-receipt.js';

/** « Effacement »: what would go, then that it goes for good, then what is left to prove it. The ref is in no address: it would stay in the browser. */
export function ErasurePage() {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const [preview, setPreview] = useState<Preview | null>(null);
  const receipt = query.get('preuve');
  return (
    <Page title={t('erasure.title')} lead={t('erasure.lead')}>
      {receipt === null ? (
        <>
          <ErasurePreview show={setPreview} />
          {preview && (
            <ConfirmErasure
              key={preview.customer}
              preview={preview}
              done={(id) => {
                setPreview(null);
                setQuery({ preuve: id });
              }}
            />
          )}
        </>
      ) : (
        <ErasureReceipt id={receipt} another={() => setQuery({})} />
      )}
    </Page>
  );
}
