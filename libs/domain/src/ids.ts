import { createHash } from 'node:crypto';

/** The namespace of every Diapason id: a random UUID fixed for ever, since changing it would change every id. */
const NAMESPACE = 'b9b5a7f2-5c1e-4d0a-9a53-0c8f3d1f6e77';

/**
 * Name-based UUID (version 5, RFC 9562 §5.5): the same parts always give the same id.
 * Parts are length-prefixed so that ('a','bc') and ('ab','c') differ.
 */
export function stableId(...parts: readonly (string | number)[]): string {
  return uuidV5(parts.map((part) => `${String(part).length}:${part}`).join('|'), NAMESPACE);
}

/** RFC 9562 §5.5; exported so that a test can hold it against the RFC's own vector. */
export function uuidV5(name: string, namespace: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The id an interaction keeps over all its revisions. */
export const interactionIdOf = (organisationId: string, source: string, externalId: string): string =>
  stableId('interaction', organisationId, source, externalId);

/** One id per organisation, interaction, revision, rule and place: analysing twice gives the same finding. */
export const findingIdOf = (
  organisationId: string,
  interactionId: string,
  revision: number,
  ruleId: string,
  place: { readonly turn: number; readonly start: number; readonly end: number },
): string => stableId('finding', organisationId, interactionId, revision, ruleId, place.turn, place.start, place.end);

/** Organisation ids are short slugs: they travel in message keys and file names. */
export const isOrganisationId = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
