/**
 * A key for one request that may be sent twice and is to act once. No secret. Pages served without TLS have no crypto.randomUUID.
 */
export const newRequestKey = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16).padStart(8, '0')).join('');
