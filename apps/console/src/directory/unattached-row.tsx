import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { titleOf } from './title-of.js';

/** No ref begins with a line break. */
const OWN = '\n';

/** An agent whom nobody has listed, and the choice of who it is. */
export function UnattachedRow({ person, known, busy, attach }: { person: Person; known: readonly Person[]; busy: boolean; attach: (to: Person | null) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = useId();
  const seen = person.identities[0]?.lastSeenAt;
  return (
    <li className="row">
      <div className="row-main">
        <strong>{titleOf(person)}</strong>
        <p className="row-facts">
          {person.name !== null && <code>{person.ref}</code>}
          {seen && <span>{t('directory.lastSeen', { date: format.date(seen) })}</span>}
        </p>
      </div>
      <form className="attach field" onSubmit={submit}>
        <label htmlFor={field}>{t('directory.who', { name: titleOf(person) })}</label>
        <select id={field} name="to" required defaultValue="" disabled={busy} data-row>
          <option value="" disabled>
            {t('directory.choose')}
          </option>
          <option value={OWN}>{t('directory.own')}</option>
          {known.map((other) => (
            <option key={other.ref} value={other.ref}>
              {titleOf(other)} ({other.ref})
            </option>
          ))}
        </select>
        <button type="submit" className="button" disabled={busy}>
          {t('directory.attach')}
        </button>
      </form>
    </li>
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const to = new FormData(event.currentTarget).get('to');
    if (to === OWN) attach(null);
    const other = known.find(({ ref }) => ref === to);
    if (other !== undefined) attach(other);
  }
}
