import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReviewSample } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** Samples and how far they are. */
export function SampleTable({ samples, chosen }: { samples: readonly ReviewSample[]; chosen: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="echantillons">
      <h2 id="echantillons">{t('queue.samples')}</h2>
      <p className="note">{t('queue.samplesLead')}</p>
      {samples.length === 0 ? (
        <p className="note">{t('queue.noSamples')}</p>
      ) : (
        <table className="queues">
          <thead>
            <tr>
              <th scope="col">{t('queue.sample')}</th>
              <th scope="col">{t('queue.progress')}</th>
              <th scope="col" className="number">{t('queue.outOf')}</th>
              <th scope="col">{t('queue.due')}</th>
            </tr>
          </thead>
          <tbody>
            {samples.map(({ id, name, frame, drawn, completed, strata, dueOn }) => (
              <tr key={id} className={id === chosen ? 'chosen' : undefined}>
                <th scope="row">
                  <Link data-row to={`/relecture?file=${id}`} aria-current={id === chosen ? 'true' : undefined}>
                    {name}
                  </Link>
                  <span className="under">{frame.rules.length === 0 ? t('queue.allRules') : frame.rules.join(', ')}</span>
                </th>
                <td>
                  <progress max={drawn} value={completed} aria-label={t('queue.progressOf', { name })} /> {t('queue.done', { completed: format.count(completed), drawn: format.count(drawn) })}
                </td>
                <td className="number">{format.count(strata.reduce((sum, { population }) => sum + population, 0))}</td>
                <td>{dueOn === null ? '—' : <time dateTime={dueOn}>{format.day(dueOn)}</time>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
