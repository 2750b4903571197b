import { useTranslation } from 'react-i18next';
import { Rate } from '../figures/rate.js';
import { PolarityMark } from '../findings/marks.js';
import { useFormat } from '../format/use-format.js';
import type { Proposal } from './coaching-queries.js';
import { ExcerptQuote } from './excerpt-quote.js';

interface Choices {
  readonly rules: readonly string[];
  readonly agenda: readonly string[];
  readonly toggleRule: (id: string) => void;
  readonly toggleExcerpt: (id: string) => void;
}

/** A rule on which chance does not explain the difference, its figures and its words, to be chosen. */
export function ProposalCard({ proposal, choices, language }: { proposal: Proposal; choices: Choices; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ruleId, why, polarity, direction, flagged, expected, limits, position, peers, counted, excerpts } = proposal;
  const level = position.endsWith('99.8') ? '998' : '95';
  const range = limits.find((one) => one.level === (level === '998' ? 0.998 : 0.95));
  return (
    <li className={`proposal ${direction}`}>
      <div className="proposal-head">
        <h3>
          <PolarityMark polarity={polarity} /> <code className="rule-id">{ruleId}</code>
        </h3>
        <span className="tag">{t(`coaching.direction.${direction}`)}</span>
        <span className="under">{t(`coaching.level.${level}`)}</span>
        <label className="check">
          <input type="checkbox" checked={choices.rules.includes(ruleId)} onChange={() => choices.toggleRule(ruleId)} />
          {t('coaching.coachRule')}
        </label>
      </div>
      {why !== null && <p className="row-why" lang={language}>{why}</p>}
      <Rate proportion={flagged} polarity={polarity} />
      {range && <p className="note">{t('coaching.expected', { rate: format.share(expected), low: format.count(range.low), high: format.count(range.high), n: format.count(flagged.denominator) })}</p>}
      <p className="note">{t('coaching.peers', { count: peers, from: format.day(counted.from), to: format.day(counted.to) })}</p>
      {excerpts.length === 0 && <p className="note">{t('coaching.noExcerpt')}</p>}
      <ul className="excerpts">
        {excerpts.map((finding) => (
          <li key={finding.id}>
            <ExcerptQuote finding={finding} language={language} />
            <label className="check">
              <input type="checkbox" checked={choices.agenda.includes(finding.id)} onChange={() => choices.toggleExcerpt(finding.id)} />
              {t('coaching.onAgenda')}
            </label>
          </li>
        ))}
      </ul>
    </li>
  );
}
