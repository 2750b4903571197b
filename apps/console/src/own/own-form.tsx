import { type FormEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../access/use-sign-in.js';
import { useEscape } from '../shell/use-escape.js';

/** A few words of the agent's own; Escape leaves them. */
export function OwnForm(asked: { label: string; hint: string; send: string; text?: string; mayBeEmpty?: boolean; busy: boolean; cancel: () => void; submit: (text: string) => void }) {
  const { label, hint, send, text = '', mayBeEmpty = false, busy, cancel, submit } = asked;
  const { t } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  useEscape(form, cancel);
  const sent = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    submit(textOf(new FormData(event.currentTarget), 'words').trim());
  };
  return (
    <form ref={form} className="own-form" aria-busy={busy} onSubmit={sent}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name="words" rows={3} maxLength={2000} defaultValue={text} required={!mayBeEmpty} aria-describedby={`${id}-hint`} />
      <p id={`${id}-hint`} className="field-help">
        {hint}
      </p>
      <p className="form-actions">
        <button type="submit" className="button" disabled={busy}>
          {send}
        </button>
        <button type="button" className="quiet" onClick={cancel}>
          {t('own.cancel')}
        </button>
      </p>
    </form>
  );
}
