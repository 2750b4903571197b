import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/types.js';
import { WordsGone } from '../interaction/words-gone.js';
import { passagePath } from '../interaction/passage.js';
import type { OwnFinding } from './own-queries.js';

/** The exact words of a finding among those around them; each leads to its place in the interaction. */
export function InContext({ finding, surroundings, language }: { finding: Finding; surroundings: OwnFinding['surroundings']; language: string | undefined }) {
  const { t } = useTranslation();
  if (finding.wordsGone !== null) return <WordsGone gone={finding.wordsGone} />;
  return finding.evidence.map((place, i) => {
    const { before = '', after = '' } = surroundings[i] ?? {};
    const missing = place.sense === 'missing';
    return (
      <figure key={`${place.turn}-${place.start}-${place.end}`} className={`evidence ${missing ? 'missing' : finding.polarity}`}>
        <figcaption>
          {missing ? t('interaction.notSaid') : `${t('own.extract')} ·`} <Link to={passagePath(finding.interactionId, place)}>{t('own.readInteraction')}</Link>
        </figcaption>
        <blockquote lang={language}>
          {before}
          {missing ? place.quote : <mark className={finding.polarity}>{place.quote}</mark>}
          {after}
        </blockquote>
      </figure>
    );
  });
}
