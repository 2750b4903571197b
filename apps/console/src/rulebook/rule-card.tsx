import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Rule, RuleRow, SampledShare } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { TooSmall } from '../figures/basis.js';
import { Rate } from '../figures/rate.js';
import { CHANNELS, filterSearch } from '../filters/filters.js';
import { Badge } from '../findings/marks.js';

/** A rule as a person reads it, with how often it was found. */
export function RuleCard({ rule, language, figures, target }: { rule: Rule; language: string; figures: RuleRow | null; target: boolean }) {
  const { t } = useTranslation();
  const everywhere = CHANNELS.every((channel) => rule.channels.includes(channel));
  return (
    <li id={rule.id} className={target ? 'rule target' : 'rule'}>
      <div className="rule-text">
        <p className="row-head">
          <Badge polarity={rule.polarity} severity={rule.severity} />
          <code className="rule-id">{rule.id}</code>
        </p>
        <p lang={language}>{rule.why}</p>
        {rule.instead && (
          <div className="instead">
            <h3>{t('interaction.instead')}</h3>
            <p lang={language}>{rule.instead}</p>
          </div>
        )}
        <p className="row-facts">
          <span>{t(`kind.${rule.kind}`, { defaultValue: rule.kind })}</span>
          <span>{everywhere ? t('rules.allChannels') : rule.channels.map((channel) => t(`channel.${channel}`)).join(', ')}</span>
          <Link to={`/constats${filterSearch({ rule: rule.id })}`}>{t('rules.seeFindings')}</Link>
        </p>
      </div>
      <div className="rule-figure">
        <span className="under">{t('rules.flagged')}</span>
        {figures?.observation ? <Observed observation={figures.observation} /> : <Flagged figures={figures} />}
        <Precision figures={figures} />
        <Sampled figures={figures} />
      </div>
    </li>
  );
}

function Flagged({ figures }: { figures: RuleRow | null }) {
  const { t } = useTranslation();
  if (figures === null) return <span className="no-figure">{t('rules.unmeasured')}</span>;
  if (figures.flagged === null) return <TooSmall />;
  return (
    <>
      <Rate proportion={figures.flagged} polarity={figures.polarity} />
      {figures.notChecked > 0 && <span className="total">{t('rules.notChecked', { count: figures.notChecked })}</span>}
    </>
  );
}

/** A rule judged wrong too often counts for no one, and says so. */
function Observed({ observation: { confirmed, judged, low, threshold, since } }: { observation: NonNullable<RuleRow['observation']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="observed">
      <strong>{t('queue.observed')}</strong>
      <span className="total">{t('queue.observedWhy', { since: format.date(since), confirmed, judged, low: format.share(low), threshold: format.share(threshold) })}</span>
    </span>
  );
}

/** What random samples say: how often the rule is right, and how much of what it should find it finds. */
function Sampled({ figures }: { figures: RuleRow | null }) {
  const { t } = useTranslation();
  const sampled = figures?.sampled ?? null;
  if (sampled === null) return null;
  return (
    <>
      <span className="under">{t('queue.sampledPrecision')}</span>
      <SampledRate share={sampled.precision} />
      <span className="under">{t('queue.sampledRecall')}</span>
      <SampledRate share={sampled.recall} />
      <span className="total">{t('queue.sampledFrom', { interactions: sampled.interactions })}</span>
    </>
  );
}

function SampledRate({ share }: { share: SampledShare | null }) {
  const { t } = useTranslation();
  return share === null ? <span className="no-figure">{t('figures.noData')}</span> : <Rate proportion={share} polarity="merit" weighted />;
}

/** Of what reviewers judged, how much holds: whether the rule can be believed. */
function Precision({ figures }: { figures: RuleRow | null }) {
  const { t } = useTranslation();
  if (figures === null || figures.precision.denominator === 0) return null;
  return (
    <>
      <span className="under">{t('rules.precision')}</span>
      <Rate proportion={figures.precision} polarity="merit" />
    </>
  );
}
