import { useTranslation } from 'react-i18next';
import { Badge } from '../findings/marks.js';
import type { CalibrationItem } from './calibration-queries.js';

/** What is to be judged: the rule, why it matters, and the exact words. */
export function BlindWords({ item: { finding, ruleId } }: { item: CalibrationItem }) {
  const { t } = useTranslation();
  if (finding === null) return <p className="note">{t('calibration.gone', { rule: ruleId })}</p>;
  return (
    <article className="blind-finding">
      <p className="row-facts">
        <Badge polarity={finding.polarity} severity={finding.severity} />
        <code className="rule-id">{ruleId}</code>
        <span className={`channel ${finding.channel}`}>{t(`channel.${finding.channel}`)}</span>
      </p>
      {finding.evidence.map(({ turn, start, quote }) => (
        <blockquote key={`${turn} ${start}`}>{quote}</blockquote>
      ))}
      <p>{finding.explanation}</p>
    </article>
  );
}
