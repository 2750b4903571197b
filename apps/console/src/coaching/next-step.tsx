import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import type { Session } from './coaching-queries.js';
import { Trouble } from './trouble.js';
import { useSessionAct } from './use-session-act.js';
import { useClock } from './use-today.js';

const NEXT = { draft: 'planned', planned: 'held', held: null, acknowledged: 'followed-up', 'followed-up': null } as const;

/** The one step that comes next for whoever runs the session. */
export function NextStep({ session: { id, version, state } }: { session: Session }) {
  const { t } = useTranslation();
  const ids = useId();
  const navigate = useNavigate();
  const clock = useClock();
  const today = clock();
  const [on, setOn] = useState(today);
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  const move = useSessionAct((next: 'planned' | 'held' | 'followed-up') => answer(api.PUT('/v1/coaching-sessions/{id}/state', { params, body: { state: next, on: next === 'held' ? clock() : on } })));
  const removal = useSessionAct(
    () => answer(api.DELETE('/v1/coaching-sessions/{id}', { params })),
    () => void navigate('/coaching'),
  );
  const next = NEXT[state];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (next !== null) move.mutate(next);
  };
  return (
    <div className="no-print next-step">
      {state === 'held' && <p className="note">{t('coaching.waitsForAgent')}</p>}
      {next !== null && (
        <form className="filters" onSubmit={send}>
          {next !== 'held' && (
            <div className="field">
              <label htmlFor={`${ids}d`}>{t(`coaching.stepOn.${next}`)}</label>
              <input id={`${ids}d`} type="date" required value={on} max={next === 'planned' ? undefined : today} onChange={({ target }) => setOn(target.value)} />
            </div>
          )}
          <button type="submit" className="button" disabled={move.isPending}>
            {t(`coaching.step.${next}`)}
          </button>
        </form>
      )}
      {next === 'held' && <p className="note">{t('coaching.heldHint')}</p>}
      {(state === 'draft' || state === 'planned') && (
        <button type="button" className="quiet" disabled={removal.isPending} onClick={() => window.confirm(t('coaching.removeSure')) && removal.mutate(undefined)}>
          {t('coaching.remove')}
        </button>
      )}
      <Trouble text={move.trouble ?? removal.trouble} />
    </div>
  );
}
