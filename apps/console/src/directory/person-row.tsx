import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from '../api/types.js';
import { filterSearch } from '../filters/filters.js';
import { titleOf } from './title-of.js';

/** A listed agent with every ref, each of which can be split off again. */
export function PersonRow({ person, busy, detach }: { person: Person; busy: boolean; detach: (ref: string) => void }) {
  const { t } = useTranslation();
  const others = person.identities.filter(({ attachedTo }) => attachedTo !== null);
  return (
    <li className="row person">
      <div className="row-main">
        <Link to={`/interactions${filterSearch({ agent: person.ref })}`} data-row title={t('directory.seeInteractions', { name: titleOf(person) })}>
          <strong>{titleOf(person)}</strong>
        </Link>
        <p className="row-facts">
          <code>{person.ref}</code>
          {person.team !== null && <span>{person.team.name ?? person.team.ref}</span>}
        </p>
      </div>
      {others.length > 0 && (
        <ul className="refs" aria-label={t('directory.refs', { name: titleOf(person) })}>
          {others.map(({ ref }) => (
            <li key={ref}>
              <code>{ref}</code>
              <button type="button" className="quiet" disabled={busy} aria-label={t('directory.detachLabel', { ref, name: titleOf(person) })} onClick={() => detach(ref)}>
                {t('directory.detach')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
