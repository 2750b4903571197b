/**
 * PostgreSQL keeps neither U+0000 nor lone surrogates. Each becomes U+FFFD, which is one UTF-16 unit as well:
 * the offsets of evidence stay right.
 */
export const storableText = (text: string): string => text.replaceAll(/\p{Surrogate}|\0/gu, '\uFFFD');

/** JSON for a jsonb column, every text in it made storable. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) => (typeof member === 'string' ? storableText(member) : member));
