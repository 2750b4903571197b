import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../access/use-sign-in.js';
import { useEscape } from '../shell/use-escape.js';
import { DISMISSAL_REASONS } from './reasons.js';
import type { Ruling } from './use-ruling.js';

/** An answer always says why, to the agent; one that overturns also says what was wrong, for the rule's owner. */
export function RulingForm({ outcome, busy, cancel, rule }: { outcome: Ruling['outcome']; busy: boolean; cancel: () => void; rule: (ruling: Ruling) => void }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  useEscape(form, cancel);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const reason = textOf(given, 'reason').trim();
    const cause = DISMISSAL_REASONS.find((one) => one === given.get('cause'));
    if (outcome === 'upheld') rule({ outcome, reason });
    else if (cause !== undefined) rule({ outcome, cause, reason });
  };
  return (
    <form ref={form} className="dismissal" onSubmit={submit}>
      <fieldset disabled={busy}>
        {outcome === 'overturned' && (
          <>
            <legend>{t('review.wasWrong')}</legend>
            {DISMISSAL_REASONS.map((cause, i) => (
              <label key={cause}>
                <input type="radio" name="cause" value={cause} defaultChecked={i === 0} />
                {t(`review.reason.${cause}`)}
              </label>
            ))}
          </>
        )}
        <label className="note-field">
          {t('review.explain')}
          <textarea name="reason" rows={3} maxLength={2000} required />
        </label>
      </fieldset>
      <p className="review-choice">
        <button type="submit" className="button" disabled={busy}>
          {t(outcome === 'upheld' ? 'review.uphold' : 'review.overturn')}
        </button>
        <button type="button" className="quiet" onClick={cancel}>
          {t('review.cancel')}
        </button>
      </p>
    </form>
  );
}
