import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a delivery may be, and how far ahead its clock: what was overheard cannot be sent again later. */
export const TOLERANCE_SECONDS = 300;

export interface SignedDelivery {
  readonly body: Buffer;
  /** `X-Chatwoot-Timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined;
  /** `X-Chatwoot-Signature`: `sha256=` and the hexadecimal HMAC of `<timestamp>.<body>`. */
  readonly signature: string | undefined;
}

export type SignatureVerdict = 'valid' | 'missing' | 'stale' | 'wrong';

/**
 * Whether one of the secrets signed a delivery, as Chatwoot signs. Every secret is tried, in a
 * time that does not depend on how much of the signature is right.
 * @param now milliseconds since the epoch
 */
export function judgeSignature({ body, timestamp, signature }: SignedDelivery, secrets: readonly string[], now: number): SignatureVerdict {
  if (timestamp === undefined || signature === undefined || timestamp === '' || signature === '') return 'missing';
  const given = /^sha256=([\da-f]{64})$/i.exec(signature.trim())?.[1];
  if (given === undefined || !/^\d{1,12}$/.test(timestamp)) return 'wrong';
  const signed = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
  const digest = Buffer.from(given, 'hex');
  const matches = secrets.map((secret) => timingSafeEqual(createHmac('sha256', secret).update(signed).digest(), digest));
  if (!matches.includes(true)) return 'wrong';
  return Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS ? 'valid' : 'stale';
}
