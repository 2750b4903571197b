import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/types.js';
import { Badge } from '../findings/marks.js';
import { quoteOf } from '../findings/quote.js';
import { useFormat } from '../format/use-format.js';

/** The words of a finding, and the way to where they were said. */
export function ExcerptQuote({ finding, language }: { finding: Finding; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = finding.evidence;
  return (
    <div className="excerpt">
      <p className="row-head">
        <Badge polarity={finding.polarity} severity={finding.severity} />
        <code className="rule-id">{finding.ruleId}</code>
        <span className="status">{t(`status.${finding.status}`)}</span>
      </p>
      <q className={`quote ${finding.polarity}`} lang={language}>{first?.sense === 'missing' && quoteOf(first) === '' ? t('findings.missing') : quoteOf(first)}</q>
      <p className="row-facts">
        <span className={`channel ${finding.channel}`}>{t(`channel.${finding.channel}`)}</span>
        <time dateTime={finding.startedAt}>{format.dateTime(finding.startedAt)}</time>
        <Link to={`/interactions/${encodeURIComponent(finding.interactionId)}?constat=${encodeURIComponent(finding.id)}`}>{t('coaching.readThere')}</Link>
      </p>
      {finding.instead !== null && finding.polarity === 'violation' && (
        <p className="excerpt-instead" lang={language}>
          {t('interaction.instead')} : {finding.instead}
        </p>
      )}
    </div>
  );
}
