import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/types.js';
import { Extract } from '../contradictions/extract.js';
import { useFormat } from '../format/use-format.js';
import { Badge } from './marks.js';
import { quoteOf } from './quote.js';

/** `language` is the rulebook's: its words and the quoted ones are read out in it. */
export function FindingRow({ finding, language }: { finding: Finding; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, ...others] = finding.evidence;
  const missing = first?.sense === 'missing';
  return (
    <li className="row finding">
      <div className="row-main">
        <p className="row-head">
          <Badge polarity={finding.polarity} severity={finding.severity} />
          <code className="rule-id">{finding.ruleId}</code>
          {finding.status !== 'detected' && <span className="status">{t(`status.${finding.status}`)}</span>}
        </p>
        <Link className="row-link" data-row to={`/interactions/${encodeURIComponent(finding.interactionId)}?constat=${encodeURIComponent(finding.id)}`}>
          {finding.wordsGone !== null ? t('findings.wordsGone', { count: finding.wordsGone.afterDays }) : missing ? t('findings.missing') : <q className={`quote ${finding.polarity}`} lang={language}>{quoteOf(first)}</q>}
          {missing && quoteOf(first) !== '' && <span className="under">{t('findings.missingAt', { quote: quoteOf(first) })}</span>}
        </Link>
        {others.length > 0 && <span className="under">{t('findings.more', { count: others.length })}</span>}
        {finding.against !== null && (
          <div className="in-row">
            <p className="under">{t('history.against')}</p>
            <Extract extract={finding.against} language={language} />
          </div>
        )}
        <p className="row-why" lang={language}>{finding.explanation}</p>
        <p className="row-facts">
          <span>{finding.agent ? (finding.agent.name ?? finding.agent.ref) : t('findings.unnamed')}</span>
          <span className={`channel ${finding.channel}`}>{t(`channel.${finding.channel}`)}</span>
          <time dateTime={finding.startedAt}>{format.dateTime(finding.startedAt)}</time>
        </p>
      </div>
      {finding.instead !== null && (
        <div className="instead row-instead">
          <p className="instead-label">{t('interaction.instead')}</p>
          <p lang={language}>{finding.instead}</p>
        </div>
      )}
    </li>
  );
}
