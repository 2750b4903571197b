import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CounterEvidence } from '../api/types.js';
import { quoteOf } from '../findings/quote.js';
import { useFormat } from '../format/use-format.js';
import { passagePath } from '../interaction/passage.js';

/** What was said in another interaction: where, when, by whom, and the words, which lead there. */
export function Extract({ extract, language }: { extract: CounterEvidence; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { interactionId, channel, at, agent, evidence } = extract;
  const words = evidence.filter(({ quote }) => quote.trim() !== '');
  return (
    <figure className="extract">
      <figcaption className="row-facts">
        <span className={`channel ${channel}`}>{t(`channel.${channel}`)}</span>
        <time dateTime={at}>{format.dateTime(at)}</time>
        <span>{agent === null ? t('findings.unnamed') : (agent.name ?? agent.ref)}</span>
      </figcaption>
      <blockquote lang={words.length > 0 ? language : undefined}>
        {words.map((one) => (
          <q key={`${one.turn}-${one.start}`}>
            <Link to={passagePath(interactionId, one)}>{quoteOf(one)}</Link>
          </q>
        ))}
        {words.length === 0 && <Link to={passagePath(interactionId, evidence[0])}>{t('history.read')}</Link>}
      </blockquote>
    </figure>
  );
}
