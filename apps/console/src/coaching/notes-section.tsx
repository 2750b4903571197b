import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useFormat } from '../format/use-format.js';
import type { Session, Side } from './coaching-queries.js';
import { Trouble } from './trouble.js';
import { useSessionAct } from './use-session-act.js';

/** One's own note, to be written and shared or not, and those of others that are shared. @param me id of the reader's account */
export function NotesSection({ session: { id, state, notes }, side, me }: { session: Session; side: Side; me: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mine = notes.find((note) => note.side === side && note.by === me);
  const closed = state === 'followed-up';
  const others = closed ? notes : notes.filter((note) => note !== mine);
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('coaching.notes')}</h2>
      {others.length === 0 && <p className="note">{t('coaching.notesNone')}</p>}
      <ul className="coaching-notes">
        {others.map(({ side: whose, by, name, text, shared, at }) => (
          <li key={`${whose} ${by}`}>
            <p className="under">
              {t(`coaching.side.${whose}`)} · {name ?? by} · <time dateTime={at}>{format.dateTime(at)}</time>
              {!shared && ` · ${t('coaching.private')}`}
            </p>
            <p className="said-text">{text}</p>
          </li>
        ))}
      </ul>
      {/* The form is not printed; of one's own note, what the other may read too. */}
      {!closed && mine?.shared && <p className="said-text print-only">{mine.text}</p>}
      {!closed && <NoteForm key={mine?.at ?? 'none'} id={id} side={side} note={mine} />}
    </section>
  );
}

function NoteForm({ id, side, note }: { id: string; side: Side; note: Session['notes'][number] | undefined }) {
  const { t } = useTranslation();
  const ids = useId();
  const [text, setText] = useState(note?.text ?? '');
  const [shared, setShared] = useState(note?.shared ?? false);
  const { mutate, isPending, isSuccess, trouble } = useSessionAct((body: { text: string | null; shared: boolean }) => {
    const params = { path: { id }, header: { 'If-Match': `"${note?.at ?? 'none'}"` } };
    return side === 'coach' ? answer(api.PUT('/v1/coaching-sessions/{id}/note', { params, body })) : answer(api.PUT('/v1/me/coaching-sessions/{id}/note', { params, body }));
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    mutate({ text: text.trim() === '' ? null : text.trim(), shared });
  };
  return (
    <form className="coaching-form no-print" onSubmit={send}>
      <label htmlFor={`${ids}n`}>{t('coaching.myNote')}</label>
      <textarea id={`${ids}n`} rows={4} maxLength={2000} value={text} aria-describedby={`${ids}h`} onChange={({ target }) => setText(target.value)} />
      <p id={`${ids}h`} className="field-help">
        {t('coaching.noteHint')}
      </p>
      <label className="check">
        <input type="checkbox" checked={shared} onChange={({ target }) => setShared(target.checked)} />
        {t('coaching.shareNote')}
      </label>
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
