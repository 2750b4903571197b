import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InteractionDetail } from '../api/types.js';
import { customerPath } from '../customer/customer-path.js';
import { filterSearch } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';

/** When, over which channel, with whom, and by which rulebook it was read. */
export function InteractionFacts({ interaction }: { interaction: InteractionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { agents, customer, channel, rulebook, revision } = interaction;
  return (
    <span className="row-facts">
      <span className={`channel ${channel}`}>{t(`channel.${channel}`)}</span>
      <time dateTime={interaction.startedAt}>{format.dateTime(interaction.startedAt)}</time>
      {agents.map((agent) => (
        <Link key={agent.ref} to={`/interactions${filterSearch({ agent: agent.ref })}`}>
          {agent.name ?? agent.ref}
        </Link>
      ))}
      {customer && (
        <>
          <Link to={customerPath(customer.ref)}>{t('interaction.with', { name: customer.name ?? customer.ref })}</Link>
          <Link to={`/interactions${filterSearch({ customer: customer.ref })}`}>{t('history.interactions')}</Link>
        </>
      )}
      {interaction.caseRef && <Link to={`/interactions${filterSearch({ case: interaction.caseRef })}`}>{t('interaction.case', { ref: interaction.caseRef })}</Link>}
      <span title={rulebook.hash}>{t('interaction.rulebook', { name: rulebook.name, version: rulebook.version })}</span>
      {revision > 1 && <span>{t('interaction.revision', { revision })}</span>}
    </span>
  );
}
