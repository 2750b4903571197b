import { useTranslation } from 'react-i18next';
import type { Polarity, Severity } from '../api/types.js';

/** A violation is a square with a wave, a merit a round with a line: shape tells them apart as well as colour. */
export function PolarityMark({ polarity }: { polarity: Polarity }) {
  return (
    <svg className={`mark-icon ${polarity}`} viewBox="0 0 16 16" aria-hidden="true">
      {polarity === 'violation' ? (
        <>
          <rect x="1" y="1" width="14" height="14" rx="3" />
          <path d="M3.5 9.5c1.5-4 3-4 4.5-1.5s3 2.5 4.5-1.5" />
        </>
      ) : (
        <>
          <circle cx="8" cy="8" r="7" />
          <path d="M4.5 8.2 7 10.7l4.5-5" />
        </>
      )}
    </svg>
  );
}

/** « Écart · Majeure »; a merit has no gravity worth telling. */
export function Badge({ polarity, severity }: { polarity: Polarity; severity: Severity }) {
  const { t } = useTranslation();
  return (
    <span className={`badge ${polarity} ${severity}`}>
      <PolarityMark polarity={polarity} />
      {t(`polarity.${polarity}`)}
      {polarity === 'violation' && <span className="badge-severity">{t(`severity.${severity}`)}</span>}
    </span>
  );
}

/** How many violations and merits; the words are for whoever does not see the marks. */
export function Tally({ violations, merits, agentSpoke }: { violations: number; merits: number; agentSpoke: boolean }) {
  const { t } = useTranslation();
  if (violations === 0 && merits === 0) return <span className="tally none">{t(agentSpoke ? 'interactions.clean' : 'interactions.silent')}</span>;
  return (
    <span className="tally">
      {violations > 0 && (
        <span className="tally-item violation">
          <PolarityMark polarity="violation" />
          {t('figures.violations', { count: violations })}
        </span>
      )}
      {merits > 0 && (
        <span className="tally-item merit">
          <PolarityMark polarity="merit" />
          {t('figures.merits', { count: merits })}
        </span>
      )}
    </span>
  );
}
