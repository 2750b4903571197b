import { useTranslation } from 'react-i18next';
import type { Funnel, Polarity } from '../api/types.js';
import { Basis } from '../figures/basis.js';
import type { FindingFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';
import { FunnelPlot } from './funnel-plot.js';
import { FunnelTable } from './funnel-table.js';

/** Everybody's place, drawn and as a table. */
export function FunnelSection({ funnel, polarity, words }: { funnel: Funnel; polarity: Polarity; words: FindingFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="entonnoir">
      <div className="section-head">
        <h2 id="entonnoir">{t('consistency.funnel')}</h2>
        <Basis basis={funnel.basis} />
      </div>
      <p className="note">{t('consistency.funnelNote')}</p>
      {funnel.undecided > 0 && (
        <p className="banner" role="note">
          {t('consistency.undecided', { count: funnel.undecided })}
        </p>
      )}
      {funnel.mean.numerator === 0 ? (
        <p className="no-figure">{t(funnel.basis === 'confirmed' ? 'consistency.noneConfirmed' : 'figures.noData')}</p>
      ) : (
        <FunnelPlot funnel={funnel} polarity={polarity} words={words} />
      )}
      {funnel.overdispersion !== null && funnel.mean.numerator > 0 && (
        <p className="note">{t('consistency.overdispersion', { factor: format.decimal(funnel.overdispersion) })}</p>
      )}
      <details className="as-table">
        <summary>{t('consistency.funnelTable')}</summary>
        <FunnelTable funnel={funnel} polarity={polarity} words={words} />
      </details>
    </section>
  );
}
