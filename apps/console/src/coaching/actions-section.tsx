import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import type { Action, Session, SessionChange } from './coaching-queries.js';
import { Trouble } from './trouble.js';
import { useSessionAct } from './use-session-act.js';

const MOST = 10;

/** What was agreed on. @param runs whether the reader runs the session, and may write it down */
export function ActionsSection({ session, runs }: { session: Session; runs: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actions, followUpOn, state, version } = session;
  const writes = runs && state !== 'followed-up';
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t('coaching.actions')}</h2>
      {actions.length === 0 && <p className="note">{t('coaching.actionsNone')}</p>}
      <ul className={writes ? 'coaching-actions print-only' : 'coaching-actions'}>
        {actions.map(({ text, dueOn, done }, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- actions have their place, and no other name
          <li key={i} data-done={done}>
            {text}
            <span className="under">
              {dueOn !== null && t('coaching.actionDueOn', { day: format.day(dueOn) })} {done && `✓ ${t('coaching.actionDone')}`}
            </span>
          </li>
        ))}
      </ul>
      {!writes && followUpOn !== null && (
        <p>
          {t('coaching.followUp')} <time dateTime={followUpOn}>{format.day(followUpOn)}</time>.
        </p>
      )}
      {writes && <ActionsForm key={version} session={session} />}
    </section>
  );
}

function ActionsForm({ session: { id, version, state, ...session } }: { session: Session }) {
  const { t } = useTranslation();
  const ids = useId();
  const [actions, setActions] = useState<readonly Action[]>(session.actions);
  const [followUpOn, setFollowUpOn] = useState(session.followUpOn ?? '');
  const fixed = state === 'acknowledged';
  const { mutate, isPending, isSuccess, trouble } = useSessionAct((body: SessionChange) =>
    answer(api.PATCH('/v1/coaching-sessions/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body })),
  );
  const change = (at: number, part: Partial<Action>): void => setActions(actions.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    mutate({ actions: [...actions], followUpOn: followUpOn === '' ? null : followUpOn });
  };
  return (
    <form className="coaching-form no-print" onSubmit={send}>
      {actions.map(({ text, dueOn, done }, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- actions have their place, and no other name
        <fieldset key={i} className="action-fields">
          <legend>{t('coaching.action', { number: i + 1 })}</legend>
          <input aria-label={t('coaching.action', { number: i + 1 })} required maxLength={2000} readOnly={fixed} value={text} onChange={({ target }) => change(i, { text: target.value })} />
          <label>
            {t('coaching.actionDue')} <input type="date" readOnly={fixed} value={dueOn ?? ''} onChange={({ target }) => change(i, { dueOn: target.value === '' ? null : target.value })} />
          </label>
          <label className="check">
            <input type="checkbox" checked={done} onChange={({ target }) => change(i, { done: target.checked })} /> {t('coaching.actionDone')}
          </label>
          {!fixed && (
            <button type="button" className="quiet" aria-label={t('coaching.removeAction', { number: i + 1 })} onClick={() => setActions(actions.filter((_, at) => at !== i))}>
              ×
            </button>
          )}
        </fieldset>
      ))}
      {!fixed && actions.length < MOST && (
        <button type="button" className="quiet" onClick={() => setActions([...actions, { text: '', dueOn: null, done: false }])}>
          {t('coaching.addAction')}
        </button>
      )}
      <div className="field">
        <label htmlFor={`${ids}f`}>{t('coaching.followUp')}</label>
        <input id={`${ids}f`} type="date" value={followUpOn} onChange={({ target }) => setFollowUpOn(target.value)} />
      </div>
      <p className="form-actions">
        <button type="submit" className="button" disabled={isPending}>
          {t('coaching.save')}
        </button>
        <output>{isSuccess && t('coaching.saved')}</output>
      </p>
      <Trouble text={trouble} />
    </form>
  );
}
