import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TimelineEntry } from '../api/types.js';
import { ContradictionItem } from '../contradictions/contradiction-item.js';
import { Tally } from '../findings/marks.js';
import { useFormat } from '../format/use-format.js';
import { passagePath } from '../interaction/passage.js';
import { useTitle } from '../interactions/use-title.js';
import { CustomerWords } from './customer-words.js';
import { EntryFindings } from './entry-findings.js';
import { PledgeLine } from './pledge-line.js';
import { WordingTable } from './wording-table.js';

/** One interaction of the history: what the customer said, what was promised, what clashed, what was found. */
export function HistoryEntry({ entry, language }: { entry: TimelineEntry; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { interaction, findings, pledges, contradictions, customer, wording } = entry;
  const title = useTitle(interaction);
  return (
    <li className="history-entry">
      <div className="history-head">
        <h2>
          <Link data-row to={passagePath(interaction.id)}>
            {title}
          </Link>
        </h2>
        <p className="row-facts">
          <span className={`channel ${interaction.channel}`}>{t(`channel.${interaction.channel}`)}</span>
          <time dateTime={interaction.startedAt}>{format.dateTime(interaction.startedAt)}</time>
          {interaction.agents.length > 0 && <span>{interaction.agents.map(({ name, ref }) => name ?? ref).join(' · ')}</span>}
          {interaction.caseRef && <span>{t('interaction.case', { ref: interaction.caseRef })}</span>}
        </p>
      </div>
      {customer.length > 0 && <CustomerWords sayings={customer} interaction={interaction} />}
      <WordingTable wording={wording} />
      {pledges.length > 0 && (
        <>
          <h3>{t('history.pledges')}</h3>
          <ul className="history-list">
            {pledges.map((pledge) => (
              <PledgeLine key={pledge.id} pledge={pledge} language={language} />
            ))}
          </ul>
        </>
      )}
      {contradictions.length > 0 && (
        <>
          <h3>{t('history.contradictions')}</h3>
          <ul className="history-list">
            {contradictions.map((one) => (
              <ContradictionItem key={one.id} contradiction={one} language={language} customer={null} />
            ))}
          </ul>
        </>
      )}
      {findings.length > 0 ? <EntryFindings findings={findings} interaction={interaction} language={language} /> : <Tally {...interaction} />}
    </li>
  );
}
