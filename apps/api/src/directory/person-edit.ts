import type { QueryBus } from '@nestjs/cqrs';
import { personVersion, type PersonCard, type PersonKind } from '#domain';
import { checkIfMatch, pointerOf, type ProblemCode, ProblemException } from '#runtime';
import type { IdentityConflict, PersonEdit } from '#storage';
import type { FastifyReply } from 'fastify';
import { noSuch } from '../http/no-such.js';
import { ownIdentity } from '../reviews/own-words.js';
import { ReadPersonQuery } from '../read-person/read-person.query.js';

/** What an edit of one person may answer with. */
export const EDIT_PROBLEMS = [
  'invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'own_identity', 'identity_conflict', 'precondition_failed', 'unsupported_media_type',
] as const satisfies readonly ProblemCode[];

export const noSuchPerson = (kind: PersonKind): ProblemException => (kind === 'agent' ? noSuch('Agent', 'agent') : noSuch('Client', 'customer'));

/** The version of a person as a strong entity tag. */
export const personTag = (person: PersonCard): string => `"${personVersion(person)}"`;

/**
 * The version that `If-Match` holds an edit to; undefined without the header. The edit itself looks again, under its lock.
 * @throws ProblemException 404 or 412
 */
async function seenVersion(queries: QueryBus, organisationId: string, kind: PersonKind, ref: string, ifMatch: string | undefined): Promise<string | undefined> {
  if (ifMatch === undefined) return undefined;
  const person = await queries.execute(new ReadPersonQuery(organisationId, kind, ref, 'all'));
  if (person === null) throw noSuchPerson(kind);
  checkIfMatch(ifMatch, personTag(person));
  return personVersion(person);
}

/** @throws ProblemException 403 for one's own refs, 404, 409 for a ref of somebody else, 412 when the person has changed meanwhile */
function editedPerson(kind: PersonKind, edit: PersonEdit): PersonCard {
  if (edit.kind === 'done') return edit.person;
  if (edit.kind === 'missing') throw noSuchPerson(kind);
  if (edit.kind === 'own') throw ownIdentity();
  if (edit.kind === 'conflict') throw identityConflict(edit.conflicts);
  throw new ProblemException(412, 'precondition_failed', {
    fr: 'Quelqu’un d’autre a changé cette fiche entre-temps. Rien n’a été changé : relisez-la.',
    en: 'Somebody else changed this person meanwhile. Nothing was changed: read it again.',
  });
}

/** Which person an edit is about, and the `If-Match` that it came with. */
export interface AskedEdit {
  readonly organisationId: string;
  readonly kind: PersonKind;
  readonly ref: string;
  readonly ifMatch: string | undefined;
}

/**
 * Makes an edit of the version that was seen, and answers with the person and its new `ETag`.
 * @throws ProblemException as `seenVersion` and `editedPerson`
 */
export async function answerEdit(queries: QueryBus, reply: FastifyReply, { organisationId, kind, ref, ifMatch }: AskedEdit, edit: (version: string | undefined) => Promise<PersonEdit>): Promise<PersonCard> {
  const version = await seenVersion(queries, organisationId, kind, ref, ifMatch);
  const person = editedPerson(kind, await edit(version));
  void reply.header('etag', personTag(person));
  return person;
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
