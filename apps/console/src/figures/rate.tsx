import { useTranslation } from 'react-i18next';
import type { Polarity, Proportion } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { IntervalBar } from './interval-bar.js';

/** A share never stands alone: its numerator, denominator and interval are beside it. */
export function Rate({ proportion, polarity, weighted = false }: { proportion: Proportion; polarity: Polarity; weighted?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const interval = format.interval(proportion);
  if (proportion.rate === null || interval === null) {
    return (
      <span className="no-figure">
        {t('figures.noData')}
        <span className="rate-of">{outOf()}</span>
      </span>
    );
  }
  const rate = format.share(proportion.rate);
  return (
    <span className="rate">
      <span className="rate-share">{rate}</span>
      <span className="rate-of">{outOf()}</span>
      <IntervalBar proportion={proportion} polarity={polarity} label={t('figures.bar', { rate, ...interval })} />
      <span className="rate-interval">{t('figures.interval', { ...interval })}</span>
    </span>
  );

  function outOf(): string {
    const counts = t('figures.outOf', {
      numerator: format.count(proportion.numerator),
      denominator: format.count(proportion.denominator),
    });
    // The rate of a sample is not this quotient.
    return weighted ? `${counts}, ${t('queue.weighted')}` : counts;
  }
}
