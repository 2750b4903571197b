import { useTranslation } from 'react-i18next';
import type { Polarity, Proportion } from '../api/types.js';
import { Basis } from '../figures/basis.js';
import { Rate } from '../figures/rate.js';
import { useFormat } from '../format/use-format.js';
import { isUnreviewed } from '../overview/unreviewed.js';
import type { OwnTotals as Totals } from './own-queries.js';

/** The reader's own counts, each with what it is out of; nobody else's are there to compare with. */
export function OwnTotals({ report, openDisputes }: Totals) {
  const { t } = useTranslation();
  const format = useFormat();
  const row = report.rows[0];
  return (
    <section className="own-totals" aria-labelledby="mes-chiffres">
      <div className="section-head">
        <h2 id="mes-chiffres">{t('own.totals')}</h2>
        <Basis basis={report.basis} />
      </div>
      <p className="note">{t('own.alone')}</p>
      {row === undefined ? (
        <p className="no-figure">{t('own.noFigures')}</p>
      ) : (
        <dl>
          <div>
            <dt>{t('own.interactions')}</dt>
            <dd>
              <span className="rate-share">{format.count(row.interactions)}</span>
            </dd>
          </div>
          <div>
            <dt>{t('own.withMerit')}</dt>
            <dd>{figure('merit', row.withMerit, row.merits)}</dd>
          </div>
          <div>
            <dt>{t('own.withViolation')}</dt>
            <dd>{figure('violation', row.withViolation, row.violations)}</dd>
          </div>
          <div>
            <dt>{t('own.awaiting')}</dt>
            <dd>
              <span className="rate-share">{format.count(row.awaitingReview)}</span>
              <span className="under">{t('own.awaitingHint')}</span>
            </dd>
          </div>
          <div>
            <dt>{t('own.openDisputes')}</dt>
            <dd>
              <span className="rate-share">{format.count(openDisputes)}</span>
              <span className="under">{t('own.openDisputesHint')}</span>
            </dd>
          </div>
        </dl>
      )}
      {report.lag > 0 && <p className="note">{t('figures.lag', { count: report.lag })}</p>}
    </section>
  );

  function figure(polarity: Polarity, proportion: Proportion, count: number) {
    if (row && isUnreviewed(report.basis, row, count)) return <span className="no-figure">{t('figures.notReviewed')}</span>;
    return (
      <>
        <Rate proportion={proportion} polarity={polarity} />
        <span className="total">{t(polarity === 'violation' ? 'figures.violations' : 'figures.merits', { count })}</span>
      </>
    );
  }
}
