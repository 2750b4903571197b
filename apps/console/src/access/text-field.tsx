import { type InputHTMLAttributes, useId } from 'react';

/** A labelled input with its help below. */
export function TextField({ label, help, ...input }: { label: string; help?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={help ? `${id}-aide` : undefined} {...input} />
      {help && (
        <small id={`${id}-aide`} className="field-help">
          {help}
        </small>
      )}
    </div>
  );
}
