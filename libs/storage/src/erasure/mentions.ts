/**
 * Whether JSON, or what should have been JSON, names one of these refs as somebody's: an agent's ref and an id of the source may be the same
 * text. Bytes that cannot be parsed are told by the text alone, since what is left of them cannot be told apart.
 */
export function mentions(bytes: Buffer, refs: ReadonlySet<string>): boolean {
  const text = bytes.toString('utf8');
  try {
    return named(JSON.parse(text), refs);
  } catch {
    return [...refs].some((ref) => spellings(ref).some((spelling) => text.includes(spelling)));
  }
}

function named(value: unknown, refs: ReadonlySet<string>, key = ''): boolean {
  if (typeof value === 'string') return refs.has(value) && !NOT_A_CUSTOMER.has(key);
  if (Array.isArray(value)) return value.some((item) => named(item, refs, key));
  if (value === null || typeof value !== 'object') return false;
  const agent = 'role' in value && value.role === 'agent';
  return Object.entries(value).some(([name, member]) => !(agent && name === 'ref') && named(member, refs, name));
}

const NOT_A_CUSTOMER = new Set(['agentRef', 'externalId', 'source', 'organisationId', 'id', 'participantId', 'caseRef', 'queue']);

/** A ref as JSON writers spell it: as it is, in ASCII, with escaped slashes. */
export const spellings = (ref: string): string[] => {
  const plain = JSON.stringify(ref);
  const ascii = plain.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [...new Set([plain, ascii, plain.replaceAll('/', '\\/'), ascii.replaceAll('/', '\\/')])];
};
