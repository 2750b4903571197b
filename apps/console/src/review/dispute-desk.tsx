import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../access/queries.js';
import type { Finding } from '../api/types.js';
import { type Keys, useKeys } from '../shell/use-keys.js';
import { FindingStory } from './finding-story.js';
import { RulingForm } from './ruling-form.js';
import { useFailure } from './use-failure.js';
import { type Ruling, useRuling } from './use-ruling.js';

/** Where somebody who did not judge answers an agent's dispute; by keyboard: c upholds, e overturns. The API decides who may. */
export function DisputeDesk({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const failure = useFailure();
  const own = useQuery(me).data?.id;
  const [outcome, setOutcome] = useState<Ruling['outcome'] | null>(null);
  const { mutate, isPending, error } = useRuling(finding);
  const judgedByMe = finding.dispute?.against.by === own;
  useKeys(useMemo((): Keys => (isPending || judgedByMe ? {} : { c: () => setOutcome('upheld'), e: () => setOutcome('overturned') }), [isPending, judgedByMe]));
  return (
    <section className="review" aria-labelledby="contestation" aria-busy={isPending}>
      <h3 id="contestation">{t('review.disputed')}</h3>
      <FindingStory finding={finding} />
      {judgedByMe ? (
        <p className="note told">{t('review.judgedByYou')}</p>
      ) : outcome === null ? (
        <p className="review-choice">
          <button type="button" className="button" disabled={isPending} onClick={() => setOutcome('upheld')}>
            {t('review.uphold')} <kbd aria-hidden="true">c</kbd>
          </button>
          <button type="button" className="button" disabled={isPending} onClick={() => setOutcome('overturned')}>
            {t('review.overturn')} <kbd aria-hidden="true">e</kbd>
          </button>
        </p>
      ) : (
        <RulingForm key={outcome} outcome={outcome} busy={isPending} cancel={() => setOutcome(null)} rule={(ruling) => mutate(ruling)} />
      )}
      {error && (
        <p role="alert" className="doubt">
          {failure(error)}
        </p>
      )}
    </section>
  );
}
