import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useFailure } from '../review/use-failure.js';
import { OwnForm } from './own-form.js';
import type { OwnFinding } from './own-queries.js';
import { type OwnAct, useOwnActs } from './use-own-acts.js';

/** What the agent may do about a finding of his or her own: comment at any time, dispute a confirmed violation in time, take an unanswered dispute back. */
export function OwnActs({ own: { finding, disputableUntil } }: { own: OwnFinding }) {
  const { t } = useTranslation();
  const failure = useFailure();
  const format = useFormat();
  const [writing, setWriting] = useState<'comment' | 'dispute' | null>(null);
  // One key for one form: sent twice, it is one dispute.
  const [key, setKey] = useState('');
  const { mutate, isPending, error } = useOwnActs(finding);
  const act = (wanted: OwnAct): void => mutate(wanted, { onSuccess: () => setWriting(null) });
  const close = (): void => setWriting(null);
  const dispute = (): void => {
    setKey(window.crypto.randomUUID());
    setWriting('dispute');
  };
  return (
    <div className="own-acts">
      {disputableUntil !== null && <p className="note">{t('own.until', { until: format.dateTime(disputableUntil) })}</p>}
      {writing === 'comment' && (
        <OwnForm
          label={t('own.commentLabel')}
          hint={t('own.commentHint')}
          send={t('own.saveComment')}
          text={finding.comment?.text}
          mayBeEmpty={finding.comment !== null}
          busy={isPending}
          cancel={close}
          submit={(text) => act({ kind: 'comment', text: text === '' ? null : text })}
        />
      )}
      {writing === 'dispute' && (
        <OwnForm label={t('own.disputeLabel')} hint={t('own.disputeHint')} send={t('own.sendDispute')} busy={isPending} cancel={close} submit={(reason) => act({ kind: 'dispute', reason, key })} />
      )}
      {writing === null && (
        <p className="form-actions">
          {disputableUntil !== null && (
            <button type="button" className="button" disabled={isPending} onClick={dispute}>
              {t('own.dispute')}
            </button>
          )}
          <button type="button" className="quiet" disabled={isPending} onClick={() => setWriting('comment')}>
            {t(finding.comment === null ? 'own.comment' : 'own.changeComment')}
          </button>
          {finding.dispute?.state === 'open' && (
            <button type="button" className="quiet" disabled={isPending} onClick={() => act({ kind: 'withdraw' })}>
              {t('own.withdraw')}
            </button>
          )}
        </p>
      )}
      {error && (
        <p role="alert" className="doubt">
          {failure(error)}
        </p>
      )}
    </div>
  );
}
