import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../access/rights.js';
import { Page } from '../shell/page.js';
import { type Keys, useKeys } from '../shell/use-keys.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { Loading, Problem } from '../states/states.js';
import { DisputeList } from './dispute-list.js';
import { QueueItems } from './queue-items.js';
import { ObservedRules } from './observed-rules.js';
import { queueList, sampleList } from './queue-queries.js';
import { QueueTable } from './queue-table.js';
import { SampleForm } from './sample-form.js';
import { SampleTable } from './sample-table.js';
import { useTakeNext } from './use-queue.js';

/** « À relire »: what waits, who has what until when, the samples; n takes the next of the queue shown. */
export function QueuesPage() {
  const { t } = useTranslation();
  const draws = useMay('samples');
  const [parameters] = useSearchParams();
  const queues = useQuery(queueList);
  const samples = useQuery(sampleList);
  const chosen = parameters.get('file') ?? queues.data?.queues.find(({ interactions }) => interactions.count > 0)?.queue ?? 'new';
  const { mutate, isPending, error } = useTakeNext(chosen);
  useRowKeys();
  useKeys(useMemo((): Keys => (isPending ? {} : { n: () => mutate(undefined) }), [mutate, isPending]));
  const failed = queues.error ?? samples.error;
  const sample = samples.data?.items.find(({ id }) => id === chosen);
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      {queues.data && samples.data ? (
        <>
          {parameters.get('fin') === 'oui' && <output className="note told">{t('queue.finished')}</output>}
          <ObservedRules />
          {error && (
            <p role="alert" className="doubt">
              {t('queue.notTaken')}
            </p>
          )}
          <QueueTable queues={queues.data.queues} chosen={chosen} />
          <SampleTable samples={samples.data.items} chosen={chosen} />
          {draws && <SampleForm />}
          <section aria-labelledby="file">
            <div className="section-head">
              <h2 id="file">{sample?.name ?? t(`queue.name.${chosen}`, { defaultValue: chosen })}</h2>
              <button type="button" className="button" disabled={isPending} onClick={() => mutate(undefined)}>
                {t('queue.take')} <kbd aria-hidden="true">n</kbd>
              </button>
            </div>
            {chosen === 'disputed' ? <DisputeList /> : <QueueItems key={chosen} queue={chosen} />}
          </section>
        </>
      ) : failed ? (
        <Problem error={failed} retry={() => void Promise.all([queues.refetch(), samples.refetch()])} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
