import type { QueryBus } from '@nestjs/cqrs';
import type { CoachingNote, CoachingSession } from '#domain';
import { checkIfMatch, pointerOf, ProblemException } from '#runtime';
import type { CoachingChanged, CoachingCreated, CoachingViewer, Noted } from '#storage';
import { noSuch } from '../http/no-such.js';
import { ReadCoachingSessionQuery } from '../read-coaching-session/read-coaching-session.query.js';

export const noSuchSession = (): ProblemException => noSuch('Séance de coaching', 'coaching session');

/**
 * A session as the viewer may read it.
 * @throws ProblemException 404
 */
export async function sessionFor(queries: QueryBus, organisationId: string, id: string, viewer: CoachingViewer): Promise<CoachingSession> {
  const found = await queries.execute(new ReadCoachingSessionQuery(organisationId, id, viewer));
  if (found === null) throw noSuchSession();
  return found;
}

/** Notes aside: nobody's edit fails because somebody wrote a note. */
export const sessionTag = ({ version }: CoachingSession): string => `"${version}"`;

/** The version that a change is held to; undefined: whatever it is. @throws ProblemException 412 */
export function seenVersion(found: CoachingSession, ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  checkIfMatch(ifMatch, sessionTag(found));
  return ifMatch.trim() === '*' ? undefined : found.version;
}

export const ownNote = ({ notes }: CoachingSession, { side, by }: CoachingViewer): CoachingNote | undefined => notes.find((note) => note.side === side && note.by === by);

/** The version of one's own note; `"none"` while there is none. */
export const noteTag = (note: CoachingNote | undefined): string => `"${note?.at ?? 'none'}"`;

/** When the note that a change is held to was written, null for none; undefined: whatever stands. @throws ProblemException 412 */
export function seenNote(note: CoachingNote | undefined, ifMatch: string | undefined): string | null | undefined {
  if (ifMatch === undefined) return undefined;
  checkIfMatch(ifMatch, noteTag(note));
  return ifMatch.trim() === '*' ? undefined : (note?.at ?? null);
}

/** @throws ProblemException for a session that was not made */
export function createdId(created: CoachingCreated): string {
  if (created.kind === 'done') return created.sessionId;
  if (created.kind === 'missing') throw noSuch('Conseiller', 'agent');
  if (created.kind === 'unfit') throw unfit(created.unfit);
  throw new ProblemException(422, 'idempotency_conflict', { fr: 'Cette « Idempotency-Key » a déjà servi pour une autre séance.', en: 'This "Idempotency-Key" was already used for another session.' });
}

/** @throws ProblemException for a change that was not made */
export function checkChanged(changed: CoachingChanged | Noted): void {
  if (changed.kind === 'done') return;
  if (changed.kind === 'missing') throw noSuchSession();
  if (changed.kind === 'unfit') throw unfit(changed.unfit);
  if (changed.kind === 'own') {
    throw new ProblemException(403, 'coaching_by_oneself', { fr: 'Vous menez cette séance : elle n’est pas confirmée au nom de quelqu’un.', en: 'You run this session: nobody acknowledges it for somebody else.' });
  }
  if (changed.kind === 'day') {
    throw new ProblemException(422, 'unprocessable', { fr: 'Ce jour ne convient pas.', en: 'This day does not fit.' }, [{ pointer: '#/on', detail: DAYS[changed.why] }]);
  }
  if (changed.kind === 'state') {
    throw new ProblemException(409, 'coaching_step', { fr: `Cette séance en est à « ${changed.state} » : rien n’a été changé.`, en: `This session is "${changed.state}": nothing was changed.` });
  }
  if (changed.kind === 'fixed') {
    const members = changed.members.join(', ');
    throw new ProblemException(409, 'coaching_fixed', { fr: `À l’étape « ${changed.state} », ceci ne change plus : ${members}.`, en: `In "${changed.state}" these no longer change: ${members}.` });
  }
  throw new ProblemException(412, 'precondition_failed', { fr: 'Cela a changé entre-temps. Rien n’a été changé : relisez la séance.', en: 'This changed meanwhile. Nothing was changed: read the session again.' });
}

const DAYS = {
  'not-today': {
    fr: 'Une séance est dite tenue le jour même : ce jour est le milieu de ce qui est comparé, et le conseiller sait d’avance quels jours le sont.',
    en: 'A session is said to be held on the day itself: it is the middle of what is compared, and the agent knows beforehand which days are.',
  },
  future: { fr: 'Pas dans l’avenir.', en: 'Not in the future.' },
  'before-held': { fr: 'Pas avant le jour où la séance a été tenue.', en: 'Not before the day the session was held.' },
} as const;

function unfit({ member, index, why }: Extract<CoachingCreated, { kind: 'unfit' }>['unfit']): ProblemException {
  const detail =
    why === 'observed'
      ? { fr: 'Cette règle est en observation : elle ne compte pour personne.', en: 'This rule is under observation: it counts for no one.' }
      : member === 'rules'
        ? { fr: 'Cette règle n’est pas en vigueur.', en: 'This rule is not in force.' }
        : { fr: 'Pas un constat de ce conseiller, ou il est écarté, contesté ou en observation.', en: 'Not a finding of this agent, or it is dismissed, disputed or under observation.' };
  return new ProblemException(422, 'unprocessable', { fr: 'Cette séance ne peut pas porter sur cela.', en: 'This session cannot be about that.' }, [{ pointer: pointerOf([member, index]), detail }]);
}
