import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { Loading, Problem } from '../states/states.js';
import { CountTable } from './count-table.js';
import { erasure } from './erasure-queries.js';

/** What is left of an erasure, to be kept or printed: no words of the person and no ref. */
export function ErasureReceipt({ id, another }: { id: string; another: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(erasure(id));
  return (
    <section aria-labelledby="preuve">
      <h2 id="preuve">{t('erasure.receipt')}</h2>
      {data ? (
        <>
          <p role="status">{t('erasure.done', { at: format.dateTime(data.at) })}</p>
          <dl className="erasure-facts">
            <dt>{t('erasure.number')}</dt>
            <dd>
              <code>{data.id}</code>
            </dd>
            <dt>{t('erasure.by')}</dt>
            <dd>
              <code>{data.by}</code>
            </dd>
            <dt>{t('erasure.reasonGiven')}</dt>
            <dd>{data.reason}</dd>
          </dl>
          <CountTable counts={data.counts} caption={t('erasure.goneCaption')} />
          <p className="note">{t('erasure.receiptNote')}</p>
        </>
      ) : error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <p className="form-actions no-print">
        {data && (
          <button type="button" className="button" onClick={() => window.print()}>
            {t('erasure.print')}
          </button>
        )}
        <button type="button" className="quiet" onClick={another}>
          {t('erasure.another')}
        </button>
      </p>
    </section>
  );
}
