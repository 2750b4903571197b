import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { CalibrationForm } from './calibration-form.js';
import { type Calibration, calibrations, nameIn } from './calibration-queries.js';

/** « Calibrage »: do reviewers understand the rules alike? */
export function CalibrationsPage() {
  const { t } = useTranslation();
  useRowKeys();
  const { data, error, refetch } = useQuery(calibrations);
  return (
    <Page title={t('calibration.title')} lead={t('calibration.lead')}>
      <CalibrationForm />
      {data === undefined ? (
        error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />
      ) : data.items.length === 0 ? (
        <Empty title={t('calibration.none')} detail={t('calibration.noneDetail')} />
      ) : (
        <CalibrationTable items={data.items} />
      )}
    </Page>
  );
}

function CalibrationTable({ items }: { items: readonly Calibration[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="queues calibrations">
      <thead>
        <tr>
          <th scope="col">{t('calibration.name')}</th>
          <th scope="col" className="number">{t('calibration.findings')}</th>
          <th scope="col">{t('calibration.progress')}</th>
          <th scope="col">{t('calibration.due')}</th>
          <th scope="col">{t('calibration.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link data-row to={`/calibrage/${one.id}`}>
                {one.name}
              </Link>
              <span className="under">{t('calibration.drawnAt', { at: format.dateTime(one.drawnAt) })}</span>
            </th>
            <td className="number">{format.count(one.findings)}</td>
            <td>
              {one.reviewers.map(({ id, judged, toJudge }) => (
                <span key={id} className="under">
                  {t('calibration.judgedBy', { name: nameIn(one, id), judged: format.count(judged), of: format.count(toJudge) })}
                </span>
              ))}
            </td>
            <td>{one.dueOn === null ? '—' : <time dateTime={one.dueOn}>{format.day(one.dueOn)}</time>}</td>
            <td>{t(`calibration.${one.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
