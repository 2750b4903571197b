import { useTranslation } from 'react-i18next';
import type { Review } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useWho } from './use-who.js';

/** The judgement that stands, and the way back. */
export function Standing({ review, busy, withdraw }: { review: Review; busy: boolean; withdraw: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = useWho(review.by);
  return (
    <div className="standing">
      <p>{t(`review.${review.verdict}`, { by, at: format.dateTime(review.at) })}</p>
      {review.reason !== null && <p>{t(`review.reason.${review.reason}`)}</p>}
      {review.note !== null && <p className="review-note">{review.note}</p>}
      <button type="button" className="quiet" disabled={busy} onClick={withdraw}>
        {t('review.withdraw')} <kbd aria-hidden="true">r</kbd>
      </button>
    </div>
  );
}
