import { setTimeout as sleep } from 'node:timers/promises';
import type { FindingEvent } from '#domain';
import type { EventPlace } from '#storage';

const PAUSE_MS = 500;
/** A comment this often keeps proxies from closing a quiet connection. */
const QUIET_MS = 15_000;
/** How long a client waits before it comes back, by the `retry` field. */
const RETRY_MS = 2_000;

export type ReadEvents = (after: EventPlace | null) => Promise<{ readonly events: readonly FindingEvent[]; readonly place: EventPlace }>;

/**
 * Events as `text/event-stream` (WHATWG HTML §9.2), until `signal` aborts. A read that fails ends the stream: the client
 * comes back with the last id it has, and misses nothing.
 * @param after the place to go on from; null: from now on
 */
export async function* eventStream(read: ReadEvents, after: EventPlace | null, signal: AbortSignal): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`;
  let place = after;
  let spoken = Date.now();
  while (!signal.aborted) {
    const found = await read(place);
    place = found.place;
    if (found.events.length > 0) {
      spoken = Date.now();
      yield found.events.map(asText).join('');
      continue;
    }
    if (Date.now() - spoken >= QUIET_MS) {
      spoken = Date.now();
      yield ': rien de neuf\n\n';
    }
    await sleep(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** JSON has no line breaks: one `data` line. */
const asText = (event: FindingEvent): string => `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
