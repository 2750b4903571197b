import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../access/rights.js';
import { rulebook } from '../api/queries.js';
import type { Finding, InteractionDetail } from '../api/types.js';
import { Extract } from '../contradictions/extract.js';
import { filterSearch } from '../filters/filters.js';
import { Badge } from '../findings/marks.js';
import { useFormat } from '../format/use-format.js';
import { ByHand } from '../review/by-hand.js';
import { DisputeDesk } from '../review/dispute-desk.js';
import { FindingStory } from '../review/finding-story.js';
import { ReviewDesk } from '../review/review-desk.js';
import { WordsGone } from './words-gone.js';
import type { Selection } from './use-selection.js';

/** Below this the transcription was unsure of the words. */
const SURE = 0.8;

/** The finding being read: the words, the rule, why it matters, what to say instead, the commitment served. */
export function FindingPanel({ selection, total, notChecked, agentSpoke }: { selection: Selection; total: number } & Pick<InteractionDetail, 'notChecked' | 'agentSpoke'>) {
  const { t } = useTranslation();
  const { finding, number, step } = selection;
  // Where nobody spoke for the company nothing was judged: that is no clean result.
  const empty = !agentSpoke ? 'silent' : notChecked.length > 0 ? 'unchecked' : 'none';
  return (
    <aside className="panel" aria-label={t('interaction.panel')}>
      {finding ? (
        <>
          <div className="panel-head">
            <p className="panel-position">{t('interaction.position', { number, total })}</p>
            <button type="button" className="quiet" aria-label={t('interaction.previous')} title={`${t('interaction.previous')} (k)`} onClick={() => step(-1)}>
              ←
            </button>
            <button type="button" className="quiet" aria-label={t('interaction.next')} title={`${t('interaction.next')} (j)`} onClick={() => step(1)}>
              →
            </button>
          </div>
          <div aria-live="polite">
            <FindingDetail finding={finding} />
          </div>
          <Said key={finding.id} finding={finding} />
        </>
      ) : (
        <div className="panel-empty">
          <h2>{t(`interaction.${empty}`)}</h2>
          <p>{t(`interaction.${empty}Detail`)}</p>
        </div>
      )}
      {notChecked.length > 0 && <Unchecked rules={notChecked} />}
    </aside>
  );
}

/** What people said of a finding; a reviewer's own word on it. */
function Said({ finding }: { finding: Finding }) {
  const reviews = useMay('review');
  if (reviews && finding.dispute?.state === 'open') return <DisputeDesk finding={finding} />;
  if (!reviews || finding.dispute !== null || finding.wordsGone !== null) return <FindingStory finding={finding} />;
  return finding.byHand === null ? <ReviewDesk finding={finding} /> : <ByHand finding={finding} />;
}

/** A rule that could not run is said so, with why; never taken for a clean one. */
function Unchecked({ rules }: { rules: InteractionDetail['notChecked'] }) {
  const { t } = useTranslation();
  const reasons = [...new Set(rules.map(({ reason }) => reason))];
  return (
    <details className="not-checked">
      <summary>{t('interaction.notChecked', { count: rules.length })}</summary>
      {reasons.map((reason) => (
        <div key={reason}>
          <p>{reason}</p>
          <p className="rule-id">{rules.flatMap((rule) => (rule.reason === reason ? [rule.ruleId] : [])).join(', ')}</p>
        </div>
      ))}
    </details>
  );
}

function FindingDetail({ finding }: { finding: Finding }) {
  const ofOthers = useMay('wordsOfOthers');
  const { t } = useTranslation();
  const format = useFormat();
  const language = useQuery(rulebook).data?.language;
  const { polarity, severity, evidence, explanation, instead, commitment, ruleId, status, confidence, against } = finding;
  return (
    <>
      <p className="row-head">
        <Badge polarity={polarity} severity={severity} />
        <span className="status">{t(`status.${status}`)}</span>
      </p>
      <h2 className="unseen">{t('interaction.quote')}</h2>
      <WordsGone gone={finding.wordsGone} />
      {finding.wordsGone === null && evidence.map(({ turn, start, end, quote, sense }) => (
        <figure key={`${turn}-${start}-${end}`} className={`evidence ${sense === 'missing' ? 'missing' : polarity}`} lang={language}>
          {sense === 'missing' && <figcaption>{t('interaction.notSaid')}</figcaption>}
          {quote.trim() !== '' && <blockquote>{quote}</blockquote>}
        </figure>
      ))}
      {against !== null && (
        <>
          <h3>{t('history.against')}</h3>
          <Extract extract={against} language={language} />
        </>
      )}
      {confidence < SURE && <p className="doubt">{t('interaction.confidence', { confidence: format.share(confidence) })}</p>}
      <h3>{t('interaction.why')}</h3>
      <p lang={language}>{explanation}</p>
      {instead !== null && (
        <div className="instead">
          <h3>{t('interaction.instead')}</h3>
          <p lang={language}>{instead}</p>
        </div>
      )}
      <h3>{t('interaction.serves')}</h3>
      <p lang={language}>{commitment.text ?? commitment.id}</p>
      <h3>{t('interaction.rule')}</h3>
      <p>
        <Link to={`/regles#${encodeURIComponent(ruleId)}`}>
          <code className="rule-id">{ruleId}</code>
        </Link>
        {ofOthers && (
          <>
            {' · '}
            <Link to={`/constats${filterSearch({ rule: ruleId })}`}>{t('interaction.otherRules')}</Link>
          </>
        )}
      </p>
    </>
  );
}
