import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { rulebook } from '../api/queries.js';
import { toggled } from './edit-definition.js';
import type { Source } from './scorecard-queries.js';

type Findings = Extract<Source, { kind: 'findings' }>;

const POINTS = ['start', 'outOf', 'perViolation', 'perMerit'] as const;
const WAYS = ['no-violation', 'any-merit', 'points'] as const;

/** Whose findings count, and how. */
export function FindingsFields({ source, change }: { source: Findings; change: (to: Findings) => void }) {
  const { t } = useTranslation();
  const ids = useId();
  const book = useQuery(rulebook).data;
  const { counts, rules, commitments } = source;
  const by = (way: string): void => change({ ...source, counts: way === 'points' ? { by: 'points', start: 10, outOf: 10, perViolation: 2, perMerit: 1 } : { by: way === 'any-merit' ? 'any-merit' : 'no-violation' } });
  // What a later rulebook no longer has is still shown, so that it can be taken out.
  const known = book?.rules.map(({ id }) => id) ?? [];
  return (
    <div className="findings-fields">
      <p className="field">
        <label htmlFor={`${ids}w`}>{t('scorecard.counts')}</label>
        <select id={`${ids}w`} value={counts.by} onChange={({ target }) => by(target.value)}>
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {t(`scorecard.way.${way}`)}
            </option>
          ))}
        </select>
      </p>
      {counts.by === 'points' && (
        <div className="filters">
          {POINTS.map((name) => (
            <p key={name} className="field">
              <label htmlFor={`${ids}${name}`}>{t(`scorecard.count.${name}`)}</label>
              <input
                id={`${ids}${name}`}
                type="number"
                min={0}
                max={20}
                value={counts[name]}
                onChange={({ target }) => change({ ...source, counts: { ...counts, [name]: Math.min(20, Math.max(0, Math.round(target.valueAsNumber || 0))) } })}
              />
            </p>
          ))}
        </div>
      )}
      <details open={rules.length + commitments.length === 0}>
        <summary>{t('scorecard.chosen', { count: rules.length + commitments.length })}</summary>
        <fieldset className="choices">
          <legend>{t('scorecard.rules')}</legend>
          {[...known, ...rules.filter((id) => !known.includes(id))].map((id) => (
            <label key={id} title={book?.rules.find((rule) => rule.id === id)?.why}>
              <input type="checkbox" checked={rules.includes(id)} onChange={({ target }) => change({ ...source, rules: toggled(rules, id, target.checked) })} />
              <code>{id}</code>
            </label>
          ))}
        </fieldset>
        <fieldset className="choices">
          <legend>{t('scorecard.commitments')}</legend>
          {Object.entries(book?.commitments ?? {}).map(([id, text]) => (
            <label key={id}>
              <input type="checkbox" checked={commitments.includes(id)} onChange={({ target }) => change({ ...source, commitments: toggled(commitments, id, target.checked) })} />
              {text}
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
