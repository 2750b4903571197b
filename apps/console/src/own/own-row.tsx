import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Extract } from '../contradictions/extract.js';
import { Badge } from '../findings/marks.js';
import { useFormat } from '../format/use-format.js';
import { FindingStory } from '../review/finding-story.js';
import { InContext } from './in-context.js';
import { OwnActs } from './own-acts.js';
import { type OwnFinding, standingOf } from './own-queries.js';

/** A finding as its agent sees it: the words, why they matter, what to say instead, where it stands and what can be done. */
export function OwnRow({ own, language }: { own: OwnFinding; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { finding, surroundings } = own;
  const { id, polarity, severity, channel, startedAt, ruleId, against, explanation, instead, commitment } = finding;
  const standing = standingOf(finding);
  return (
    <li className="row own" aria-labelledby={`constat-${id}`}>
      <div className="own-head">
        <h2 id={`constat-${id}`}>
          <Badge polarity={polarity} severity={severity} />
        </h2>
        <span className={`standing-tag ${standing}`}>{t(`own.standing.${standing}`)}</span>
        <span className="own-facts">
          <span className={`channel ${channel}`}>{t(`channel.${channel}`)}</span> <time dateTime={startedAt}>{format.dateTime(startedAt)}</time>
        </span>
      </div>
      <p className="note">{t(`own.standingHint.${standing}`)}</p>
      <div className="own-parts">
        <div>
          <InContext finding={finding} surroundings={surroundings} language={language} />
          {against !== null && (
            <>
              <h3>{t('history.against')}</h3>
              <Extract extract={against} language={language} />
            </>
          )}
        </div>
        <div>
          <h3>{t('interaction.why')}</h3>
          <p lang={language}>{explanation}</p>
          {instead !== null && (
            <div className="instead">
              <p className="instead-label">{t('interaction.instead')}</p>
              <p lang={language}>{instead}</p>
            </div>
          )}
          <p className="row-facts">
            <Link to={`/regles#${encodeURIComponent(ruleId)}`}>
              <code className="rule-id">{ruleId}</code>
            </Link>
            <span lang={language}>{commitment.text ?? commitment.id}</span>
          </p>
        </div>
      </div>
      <FindingStory finding={finding} />
      <OwnActs own={own} />
    </li>
  );
}
