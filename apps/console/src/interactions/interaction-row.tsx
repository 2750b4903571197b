import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InteractionSummary, Named } from '../api/types.js';
import { customerPath } from '../customer/customer-path.js';
import { Tally } from '../findings/marks.js';
import { useFormat } from '../format/use-format.js';
import { useTitle } from './use-title.js';

const nameOf = ({ name, ref }: Named): string => name ?? ref;

/** `expected` is the language of the rulebook: one that it cannot read is named. */
export function InteractionRow({ interaction, expected }: { interaction: InteractionSummary; expected: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useTitle(interaction);
  const { agents, customer } = interaction;
  const foreign = expected !== undefined && interaction.language !== expected && interaction.language !== 'und';
  return (
    <li className="row">
      <div className="row-main">
        <Link className="row-link" data-row to={`/interactions/${encodeURIComponent(interaction.id)}`}>
          {title}
        </Link>
        <p className="row-facts">
          <span className={`channel ${interaction.channel}`}>{t(`channel.${interaction.channel}`)}</span>
          <time dateTime={interaction.startedAt}>{format.dateTime(interaction.startedAt)}</time>
          {agents.length > 0 && <span>{agents.map(nameOf).join(' · ')}</span>}
          {customer && (
            <Link className="in-row" to={customerPath(customer.ref)} title={t('history.title', { name: nameOf(customer) })}>
              {nameOf(customer)}
            </Link>
          )}
          {foreign && <span>{format.language(interaction.language)}</span>}
          {interaction.caseRef && <span>{t('interaction.case', { ref: interaction.caseRef })}</span>}
        </p>
      </div>
      <Tally {...interaction} />
    </li>
  );
}
