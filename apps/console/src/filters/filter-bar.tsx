import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The filters of a page; `clear` is offered once there is something to clear. */
export function FilterBar({ clear, children }: { clear: (() => void) | null; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <search className="filters" aria-label={t('filters.label')}>
      {children}
      {clear && (
        <button type="button" className="quiet" onClick={clear}>
          {t('filters.clear')}
        </button>
      )}
    </search>
  );
}

export function Select({ label, all, value, choices, set }: { label: string; all: string; value: string | undefined; choices: readonly Choice[]; set: (value: string) => void }) {
  const id = useId();
  // A value from a shared address stays visible even before, or without, its name.
  const unknown = value !== undefined && !choices.some((choice) => choice.value === value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => set(event.target.value)}>
        <option value="">{all}</option>
        {unknown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Day({ label, value, min, max, set }: { label: string; value: string | undefined; min?: string; max?: string; set: (value: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value ?? ''} min={min} max={max} onChange={(event) => set(event.target.value)} />
    </div>
  );
}
