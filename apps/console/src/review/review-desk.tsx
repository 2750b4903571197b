import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/types.js';
import { type Keys, useKeys } from '../shell/use-keys.js';
import { DismissalForm } from './dismissal-form.js';
import { FindingStory } from './finding-story.js';
import { useFailure } from './use-failure.js';
import { useReview } from './use-review.js';

/** Where a reviewer says whether a finding holds; by keyboard: c confirms, e dismisses, r takes back. */
export function ReviewDesk({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const failure = useFailure();
  const [dismissing, setDismissing] = useState(false);
  const { mutate, isPending, error } = useReview(finding);
  const open = finding.review === null;
  useKeys(
    useMemo((): Keys => {
      if (isPending) return {};
      if (!open) return { r: () => mutate(null) };
      return { c: () => mutate({ verdict: 'confirmed' }), e: () => setDismissing(true) };
    }, [isPending, open, mutate]),
  );
  return (
    <section className="review" aria-labelledby="revue" aria-busy={isPending}>
      <h3 id="revue">{t('review.title')}</h3>
      <FindingStory finding={finding} />
      {finding.review ? (
        <button type="button" className="quiet take-back" disabled={isPending} onClick={() => mutate(null)}>
          {t('review.withdraw')} <kbd aria-hidden="true">r</kbd>
        </button>
      ) : dismissing ? (
        <DismissalForm
          busy={isPending}
          cancel={() => setDismissing(false)}
          dismiss={(reason, note) => mutate({ verdict: 'dismissed', reason, note }, { onSettled: () => setDismissing(false) })}
        />
      ) : (
        <p className="review-choice">
          <button type="button" className="button" disabled={isPending} onClick={() => mutate({ verdict: 'confirmed' })}>
            {t('review.confirm')} <kbd aria-hidden="true">c</kbd>
          </button>
          <button type="button" className="button" disabled={isPending} onClick={() => setDismissing(true)}>
            {t('review.dismiss')} <kbd aria-hidden="true">e</kbd>
          </button>
        </p>
      )}
      {error && <p role="alert" className="doubt">{failure(error)}</p>}
    </section>
  );
}
