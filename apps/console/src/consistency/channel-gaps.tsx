import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChannelGap, ConsistencyRow } from '../api/types.js';
import { Rate } from '../figures/rate.js';
import { CHANNELS, filterSearch, type FindingFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';
import { Verdict } from './verdict.js';

/** Each channel beside what its contact reasons make one expect. `words`: the filter that leads to the findings. */
export function ChannelGaps({ row, words }: { row: ConsistencyRow; words: FindingFilter }) {
  const { t } = useTranslation();
  const gaps = row.channels.toSorted((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel));
  return (
    <section aria-labelledby="canaux">
      <h2 id="canaux">{t('consistency.gaps')}</h2>
      <p className="note">{t(gaps.length < 2 ? 'consistency.gapsNone' : 'consistency.gapsNote')}</p>
      {gaps.length > 1 && (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('overview.colChannel')}</th>
              <th scope="col">{t('consistency.colObserved')}</th>
              <th scope="col">{t('consistency.colGap')}</th>
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.channel}>
                <th scope="row">
                  <Link to={`/constats${filterSearch({ ...words, channel: gap.channel })}`} title={t('overview.seeFindings', { name: t(`channel.${gap.channel}`) })}>
                    {t(`channel.${gap.channel}`)}
                  </Link>
                </th>
                <td data-label={t('consistency.colObserved')}>
                  <Rate proportion={gap.flagged} polarity={row.polarity} />
                </td>
                <td data-label={t('consistency.colGap')}>
                  <Gap gap={gap} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Gap({ gap: { difference, interval, verdict } }: { gap: ChannelGap }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (difference === null || interval === null) return <Verdict verdict={verdict} />;
  const words = { low: format.points(interval.low, true), high: format.points(interval.high, true), level: format.share(interval.level) };
  return (
    <span className="spread">
      <Verdict verdict={verdict} />
      <span className="rate-share">{t('consistency.gap', { points: format.points(difference, true) })}</span>
      <span className="rate-interval">{t('consistency.deviationInterval', words)}</span>
    </span>
  );
}
