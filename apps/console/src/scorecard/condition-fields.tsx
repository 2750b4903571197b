import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isHuman, outcomesOf, toggled } from './edit-definition.js';
import { outcomeName } from './outcome-name.js';
import type { Condition, Criterion, Definition } from './scorecard-queries.js';

const CHANNELS = ['email', 'chat', 'phone'] as const;
const REASONS = ['delivery', 'refund', 'return', 'cancellation', 'billing', 'breakdown', 'access', 'appointment', 'change', 'information'] as const satisfies readonly Condition['reasons'][number][];
const NONE: Condition = { when: null, channels: [], reasons: [] };

/** When a criterion is asked: by another one of its side, by channel, by contact reason. */
export function ConditionFields({ criterion, all, change }: { criterion: Criterion; all: Definition; change: (to: Criterion['condition']) => void }) {
  const { t } = useTranslation();
  const ids = useId();
  const condition = criterion.condition ?? NONE;
  const others = all.sections.flatMap(({ criteria }) => criteria).filter((one) => one.id !== criterion.id && isHuman(one) === isHuman(criterion));
  const other = others.find(({ id }) => id === condition.when?.criterion);
  const set = (changed: Partial<Condition>): void => {
    const to = { ...condition, ...changed };
    change(to.when === null && to.channels.length === 0 && to.reasons.length === 0 ? null : to);
  };
  return (
    <fieldset className="condition-fields">
      <legend>{t('scorecard.condition')}</legend>
      <p className="field wide">
        <label htmlFor={`${ids}o`}>{t('scorecard.dependsOn')}</label>
        <select id={`${ids}o`} value={condition.when?.criterion ?? ''} onChange={({ target }) => set({ when: target.value === '' ? null : { criterion: target.value, is: [] } })}>
          <option value="">{t('scorecard.onNothing')}</option>
          {others.map(({ id, question }) => (
            <option key={id} value={id}>
              {question || t('scorecard.untitled')}
            </option>
          ))}
        </select>
      </p>
      {condition.when !== null && other !== undefined && (
        <fieldset className="choices">
          <legend>{t('scorecard.cameOutAs')}</legend>
          {outcomesOf(other).map((outcome) => (
            <label key={outcome}>
              <input type="checkbox" checked={condition.when?.is.includes(outcome) ?? false} onChange={({ target }) => set({ when: { criterion: other.id, is: toggled(condition.when?.is ?? [], outcome, target.checked) } })} />
              {outcomeName(other, outcome, t)}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className="choices">
        <legend>{t('scorecard.channels')}</legend>
        {CHANNELS.map((channel) => (
          <label key={channel}>
            <input type="checkbox" checked={condition.channels.includes(channel)} onChange={({ target }) => set({ channels: toggled(condition.channels, channel, target.checked) })} />
            {t(`channel.${channel}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('scorecard.reasons')}</legend>
        {REASONS.map((reason) => (
          <label key={reason}>
            <input type="checkbox" checked={condition.reasons.includes(reason)} onChange={({ target }) => set({ reasons: toggled(condition.reasons, reason, target.checked) })} />
            {t(`scorecard.reason.${reason}`)}
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}
