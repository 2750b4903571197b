import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SaidValue } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { passagePath } from '../interaction/passage.js';
import { useAnswerTexts } from './use-answer-texts.js';

/** The latest words that say one value; each opens the interaction where they stand. */
export function Samples({ value, language }: { value: SaidValue; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = useAnswerTexts();
  return (
    <div className="samples">
      <h4>{texts.value(value)}</h4>
      {value.samples.map(({ interactionId, channel, at, agent, evidence }) => (
        <figure key={`${interactionId} ${evidence.turn} ${evidence.start}`} className="extract">
          <figcaption className="row-facts">
            <span className={`channel ${channel}`}>{t(`channel.${channel}`)}</span>
            <time dateTime={at}>{format.dateTime(at)}</time>
            {agent && <span>{agent.name ?? agent.ref}</span>}
          </figcaption>
          <blockquote lang={language}>
            <q>
              <Link to={passagePath(interactionId, evidence)}>{evidence.quote}</Link>
            </q>
          </blockquote>
        </figure>
      ))}
    </div>
  );
}
