import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgeSignature } from '../../src/receive-webhook/chatwoot-signature.js';

const SECRET = 'secret-de-test';
const NOW = 1_788_937_200;
const body = Buffer.from('{"event":"message_created","content":"été"}');
const sign = (timestamp: string, secret = SECRET): string => `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
const judge = (change: object, secrets: readonly string[] = [SECRET]) => judgeSignature({ body, timestamp: String(NOW), signature: sign(String(NOW)), ...change }, secrets, NOW * 1000);

describe('signature of a webhook', () => {
  it('is the HMAC of the timestamp and the very bytes, by any of the secrets', () => {
    // From another implementation: printf '1788937200.{}' | openssl dgst -sha256 -hmac secret-de-test
    expect(judge({ body: Buffer.from('{}'), signature: 'sha256=fc1923e1a6a5eea275b5b6f4b1e6afd9bf3cbab4d46a4daaebf01c055745d86b' })).toBe('valid');
    expect(judge({}, ['ancien', SECRET])).toBe('valid');
    expect(judge({ signature: sign(String(NOW)).toUpperCase().replace('SHA256', 'sha256') })).toBe('valid');
  });

  it.each([
    ['another body', { body: Buffer.from(`${body.toString()} `) }, 'wrong'],
    ['another secret', { signature: sign(String(NOW), 'autre') }, 'wrong'],
    ['a timestamp that was not signed', { timestamp: String(NOW + 1) }, 'wrong'],
    ['a signature without its scheme', { signature: sign(String(NOW)).slice(7) }, 'wrong'],
    ['a cut signature', { signature: sign(String(NOW)).slice(0, -2) }, 'wrong'],
    ['no signature', { signature: undefined }, 'missing'],
    ['no timestamp', { timestamp: undefined }, 'missing'],
    ['an empty signature', { signature: '' }, 'missing'],
    ['a delivery of six minutes ago', { timestamp: String(NOW - 360), signature: sign(String(NOW - 360)) }, 'stale'],
    ['a delivery of in six minutes', { timestamp: String(NOW + 360), signature: sign(String(NOW + 360)) }, 'stale'],
    ['a timestamp that is no number', { timestamp: 'x', signature: sign('x') }, 'wrong'],
  ])('%s is refused', (_, change, verdict) => {
    expect(judge(change)).toBe(verdict);
  });

  it('is refused when there is no secret', () => {
    expect(judge({}, [])).toBe('wrong');
    expect(judge({ signature: sign(String(NOW), '') }, [])).toBe('wrong');
  });
});
