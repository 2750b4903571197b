import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { newPoint, replaced } from './edit-definition.js';
import type { Source } from './scorecard-queries.js';

type Scale = Extract<Source, { kind: 'scale' }>;

/** The points of a scale: what each means, and what it is worth. */
export function ScaleFields({ source, change }: { source: Scale; change: (to: Scale) => void }) {
  const { t } = useTranslation();
  const ids = useId();
  const { scale } = source;
  const set = (at: number, to: Scale['scale'][number] | null): void => change({ ...source, scale: replaced(scale, at, to) });
  return (
    <fieldset className="scale-fields">
      <legend>{t('scorecard.scale')}</legend>
      {scale.map((point, at) => (
        <div key={point.id} className="filters">
          <p className="field">
            <label htmlFor={`${ids}l${at}`}>{t('scorecard.pointLabel', { number: at + 1 })}</label>
            <input id={`${ids}l${at}`} value={point.label} maxLength={200} onChange={({ target }) => set(at, { ...point, label: target.value })} />
          </p>
          <p className="field">
            <label htmlFor={`${ids}v${at}`}>{t('scorecard.points')}</label>
            <input id={`${ids}v${at}`} type="number" min={0} max={20} value={point.points} onChange={({ target }) => set(at, { ...point, points: Math.min(20, Math.max(0, Math.round(target.valueAsNumber || 0))) })} />
          </p>
          <button type="button" className="quiet" aria-label={t('scorecard.remove', { name: point.label || t('scorecard.pointLabel', { number: at + 1 }) })} onClick={() => set(at, null)}>
            ✕
          </button>
        </div>
      ))}
      <button type="button" className="quiet" disabled={scale.length >= 11} onClick={() => change({ ...source, scale: [...scale, newPoint(Math.min(20, Math.max(0, ...scale.map(({ points }) => points)) + 1))] })}>
        {t('scorecard.addPoint')}
      </button>
    </fieldset>
  );
}
