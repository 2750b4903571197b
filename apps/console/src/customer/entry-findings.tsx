import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TimelineEntry } from '../api/types.js';
import { Badge, Tally } from '../findings/marks.js';
import { quoteOf } from '../findings/quote.js';

const findingPath = (interactionId: string, id: string): string => `/interactions/${encodeURIComponent(interactionId)}?constat=${encodeURIComponent(id)}`;

/** How many findings, unfolding to their words; each opens the interaction there. */
export function EntryFindings({ findings, interaction, language }: Pick<TimelineEntry, 'findings' | 'interaction'> & { language: string | undefined }) {
  const { t } = useTranslation();
  return (
    <details className="entry-findings">
      <summary>
        <Tally {...interaction} />
      </summary>
      <ul className="history-list">
        {findings.map(({ id, polarity, severity, status, ruleId, evidence: [first] }) => (
          <li key={id} className="row-head">
            <Badge polarity={polarity} severity={severity} />
            {first?.sense === 'said' ? (
              <q lang={language}>
                <Link to={findingPath(interaction.id, id)}>{quoteOf(first)}</Link>
              </q>
            ) : (
              <Link to={findingPath(interaction.id, id)}>{t('findings.missing')}</Link>
            )}
            <code className="rule-id">{ruleId}</code>
            {status !== 'detected' && <span className="status">{t(`status.${status}`)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
