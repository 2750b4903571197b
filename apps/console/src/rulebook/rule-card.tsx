import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Rule, RuleRow } from '../api/types.js';
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
        <Flagged figures={figures} />
        <Precision figures={figures} />
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
