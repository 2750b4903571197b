import type { QueryBus } from '@nestjs/cqrs';
import { personVersion, type PersonCard, type PersonKind } from '#domain';
import { checkIfMatch, pointerOf, type ProblemCode, ProblemException } from '#runtime';
import type { IdentityConflict, PersonEdit } from '#storage';
import { noSuch } from '../http/no-such.js';
import { ReadPersonQuery } from '../read-person/read-person.query.js';

/** What an edit of one person may answer with. */
export const EDIT_PROBLEMS = [
  'invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'identity_conflict', 'precondition_failed', 'unsupported_media_type',
] as const satisfies readonly ProblemCode[];

export const noSuchPerson = (kind: PersonKind): ProblemException => (kind === 'agent' ? noSuch('Agent', 'agent') : noSuch('Client', 'customer'));

/** The version of a person as a strong entity tag. */
export const personTag = (person: PersonCard): string => `"${personVersion(person)}"`;

/**
 * The version that `If-Match` holds an edit to; undefined without the header. The edit itself looks again, under its lock.
 * @throws ProblemException 404 or 412
 */
export async function seenVersion(queries: QueryBus, organisationId: string, kind: PersonKind, ref: string, ifMatch: string | undefined): Promise<string | undefined> {
  if (ifMatch === undefined) return undefined;
  const person = await queries.execute(new ReadPersonQuery(organisationId, kind, ref));
  if (person === null) throw noSuchPerson(kind);
  checkIfMatch(ifMatch, personTag(person));
  return personVersion(person);
}

/** @throws ProblemException 404, 409 for a ref of somebody else, 412 when the person has changed meanwhile */
export function editedPerson(kind: PersonKind, edit: PersonEdit): PersonCard {
  if (edit.kind === 'done') return edit.person;
  if (edit.kind === 'missing') throw noSuchPerson(kind);
  if (edit.kind === 'conflict') throw identityConflict(edit.conflicts);
  throw new ProblemException(412, 'precondition_failed', {
    fr: 'Quelqu’un d’autre a changé cette fiche entre-temps. Rien n’a été changé : relisez-la.',
    en: 'Somebody else changed this person meanwhile. Nothing was changed: read it again.',
  });
}

/** 409, each ref by its place in the request and with whose it is. */
export const identityConflict = (conflicts: readonly IdentityConflict[]): ProblemException =>
  new ProblemException(
    409,
    'identity_conflict',
    { fr: 'Une référence appartient à quelqu’un d’autre ; rien n’a été changé.', en: 'A ref belongs to somebody else; nothing was changed.' },
    conflicts.map(({ path, ref, personRef }) => ({
      pointer: pointerOf(path),
      detail: { fr: `« ${ref} » est une référence de « ${personRef} ».`, en: `"${ref}" is a ref of "${personRef}".` },
    })),
  );
