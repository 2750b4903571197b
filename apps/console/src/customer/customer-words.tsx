import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TimelineEntry } from '../api/types.js';
import { quoteOf } from '../findings/quote.js';
import { passagePath } from '../interaction/passage.js';

/** The customer's own sentences, as they are; each leads to where it was said. */
export function CustomerWords({ sayings, interaction }: { sayings: TimelineEntry['customer']; interaction: TimelineEntry['interaction'] }) {
  const { t } = useTranslation();
  const language = interaction.language === 'und' ? undefined : interaction.language;
  return (
    <>
      <h3>{t('history.customerWords')}</h3>
      <ul className="history-list">
        {sayings.map((saying) => (
          <li key={`${saying.kind}-${saying.turn}-${saying.start}`} className="saying">
            <span className="saying-kind">{t(`history.saying.${saying.kind}`)}</span>
            <q lang={language}>
              <Link to={passagePath(interaction.id, saying)}>{quoteOf(saying)}</Link>
            </q>
          </li>
        ))}
      </ul>
    </>
  );
}
