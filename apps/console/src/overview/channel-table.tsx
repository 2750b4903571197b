import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChannelReport, ChannelRow } from '../api/types.js';
import { Basis, CountedDays, TooSmall } from '../figures/basis.js';
import { Rate } from '../figures/rate.js';
import { CHANNELS, filterSearch, type ReportFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';

export function ChannelTable({ report, query }: { report: ChannelReport; query: ReportFilter }) {
  const { t } = useTranslation();
  const rows = report.rows.toSorted((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel));
  return (
    <section aria-labelledby="par-canal">
      <div className="section-head">
        <h2 id="par-canal">{t('overview.channels')}</h2>
        <Basis basis={report.basis} />
      </div>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('overview.colChannel')}</th>
            <th scope="col" className="number">
              {t('overview.colVolume')}
            </th>
            <th scope="col">{t('overview.colViolations')}</th>
            <th scope="col">{t('overview.colMerits')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.channel} row={row} query={query} />
          ))}
        </tbody>
      </table>
      <CountedDays period={report.period} rows={report.rows} />
    </section>
  );
}

function Row({ row, query }: { row: ChannelRow; query: ReportFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t(`channel.${row.channel}`);
  const { figures } = row;
  return (
    <tr>
      <th scope="row">
        <Link to={`/constats${filterSearch({ ...query, channel: row.channel })}`} title={t('overview.seeFindings', { name })}>
          {name}
        </Link>
      </th>
      {figures === null ? (
        <td colSpan={3}>
          <TooSmall />
        </td>
      ) : (
        <>
          <td className="number" data-label={t('overview.colVolume')}>
            {format.count(figures.interactions)}
          </td>
          <td data-label={t('overview.colViolations')}>
            <Rate proportion={figures.withViolation} polarity="violation" />
            <span className="total">{t('figures.violations', { count: figures.violations })}</span>
          </td>
          <td data-label={t('overview.colMerits')}>
            <Rate proportion={figures.withMerit} polarity="merit" />
            <span className="total">{t('figures.merits', { count: figures.merits })}</span>
          </td>
        </>
      )}
    </tr>
  );
}
