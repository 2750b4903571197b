import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from '../shell/use-escape.js';
import { DISMISSAL_REASONS, type DismissalReason } from './reasons.js';

/** A dismissal says why: the rule's author learns from it. The note is for whoever reads it later. */
export function DismissalForm({ busy, cancel, dismiss }: { busy: boolean; cancel: () => void; dismiss: (reason: DismissalReason, note: string | null) => void }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEscape(form, cancel);
  return (
    <form ref={form} className="dismissal" onSubmit={submit}>
      <fieldset disabled={busy}>
        <legend>{t('review.why')}</legend>
        {DISMISSAL_REASONS.map((reason, i) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} defaultChecked={i === 0} />
            {t(`review.reason.${reason}`)}
          </label>
        ))}
        <label className="note-field">
          {t('review.note')}
          <textarea name="note" rows={2} maxLength={2000} />
        </label>
      </fieldset>
      <p className="review-choice">
        <button type="submit" className="button" disabled={busy}>
          {t('review.dismiss')}
        </button>
        <button type="button" className="quiet" onClick={cancel}>
          {t('review.cancel')}
        </button>
      </p>
    </form>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const reason = DISMISSAL_REASONS.find((one) => one === given.get('reason'));
    const note = given.get('note');
    if (reason !== undefined) dismiss(reason, typeof note === 'string' && note.trim() !== '' ? note.trim() : null);
  }
}
