import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AttemptResult, DeliveryFailure } from '#domain';
import type { WebhookReach } from '../api-settings.js';
import { checkedAddresses, parsedAddress, RefusedAddressError } from './address-guard.js';

/** From the first packet to the last byte of the answer. */
const TIMEOUT_MS = 15_000;
/** The status is what counts; so much of an answer is read, so that the other side can finish, and no more. */
const MOST_READ = 64 * 1024;

export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * One attempt. The connection goes to an address that was checked: a name is resolved once, here, and nobody asks again
 * in between. Redirects are not followed. Never throws.
 */
export async function postWebhook(message: WebhookMessage, reach: WebhookReach, timeoutMs = TIMEOUT_MS): Promise<AttemptResult> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const url = parsedAddress(message.url, reach);
    const addresses = await Promise.race([checkedAddresses(url.hostname, reach), aborted(signal)]);
    return resultOf(await post(url, message, addresses, signal));
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, signal), status: null, retryAfter: null };
  }
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

function post(url: URL, { headers, body }: WebhookMessage, addresses: readonly string[], signal: AbortSignal): Promise<Answer> {
  const { promise, resolve, reject } = promised<Answer>();
  // No agent: a connection kept for later would be one to an address checked earlier.
  const options = { method: 'POST', agent: false, lookup: only(addresses), signal, headers: { ...headers, 'content-length': Buffer.byteLength(body) } };
  const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
    const answer = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
    let read = 0;
    response.on('data', (part: Buffer) => {
      read += part.length;
      if (read > MOST_READ) response.destroy();
    });
    response.once('error', () => undefined);
    response.once('close', () => {
      if (signal.aborted && !response.complete) reject(signal.reason);
      else resolve(answer);
    });
  });
  request.once('error', reject);
  request.end(body);
  return promise;
}

/** Answers a name with these addresses, whatever it may lead to by now. */
const only =
  (addresses: readonly string[]): LookupFunction =>
  (_name, options, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    if (options.all === true) callback(null, found);
    else callback(null, found[0]!.address, found[0]!.family);
  };

function resultOf({ status, retryAfter }: Answer): AttemptResult {
  if (status >= 200 && status < 300) return { kind: 'taken', status };
  return { kind: 'failed', failure: status >= 300 && status < 400 ? 'redirect' : 'status', status, retryAfter: secondsOf(retryAfter) };
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function secondsOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  const seconds = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, Math.round(seconds));
}

function failureOf(error: unknown, signal: AbortSignal): DeliveryFailure {
  if (error instanceof RefusedAddressError) return 'refused';
  return signal.aborted ? 'timeout' : 'connection';
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

function promised<T>() {
  let settle: { resolve: (value: T) => void; reject: (reason: unknown) => void };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle! };
}
