import { hash } from 'node:crypto';

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
  const hex = hash('sha1', Buffer.concat([bytesOf(namespace), Buffer.from(name, 'utf8')]), 'hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const namespaces = new Map<string, Buffer>();

/** Of our own namespace once: ids are made for every statement and finding. */
function bytesOf(namespace: string): Buffer {
  const known = namespaces.get(namespace);
  if (known !== undefined) return known;
  const bytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  if (namespace === NAMESPACE) namespaces.set(namespace, bytes);
  return bytes;
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
