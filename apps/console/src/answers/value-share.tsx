import { useTranslation } from 'react-i18next';
import type { Proportion } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** How often a value was the answer: never without its numbers and interval; a dash where nobody said it. */
export function ValueShare({ share }: { share: Proportion | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const interval = share === undefined ? null : format.interval(share);
  if (share === undefined || interval === null || share.rate === null) return <span className="no-figure">–</span>;
  return (
    <span className="rate">
      <span className="rate-share">{format.share(share.rate)}</span>
      <span className="rate-of">{t('figures.outOf', { numerator: format.count(share.numerator), denominator: format.count(share.denominator) })}</span>
      <span className="rate-interval">{t('figures.interval', { ...interval })}</span>
    </span>
  );
}
