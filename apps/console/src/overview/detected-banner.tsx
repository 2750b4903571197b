import { useTranslation } from 'react-i18next';
import type { AgentReport } from '../api/types.js';

/** That the figures count findings read by nobody as well, and how many of how many these are. */
export function DetectedBanner({ report: { rows } }: { report: AgentReport }) {
  const { t } = useTranslation();
  const total = rows.reduce((sum, { violations, merits }) => sum + violations + merits, 0);
  const count = rows.reduce((sum, { awaitingReview }) => sum + awaitingReview, 0);
  return (
    <div className="banner" role="note">
      {total > 0 && <strong>{t(count === 0 ? 'overview.allReviewed' : 'overview.awaiting', { count, total })}</strong>} {t('overview.detectedDetail')}
    </div>
  );
}
