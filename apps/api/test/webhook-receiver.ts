import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** 1 for the first request that this server got. */
  readonly count: number;
}

/** How a receiver answers; whatever it does not say is 204. */
export type Answer = (got: Received, response: http.ServerResponse) => void;

/** Somebody else's server, on this machine. */
export async function startReceiver(answer: Answer = () => undefined) {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const got = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8'), count: received.length + 1 };
      received.push(got);
      response.statusCode = 204;
      answer(got, response);
      if (!response.writableEnded && !response.headersSent) response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}/crochet`,
    received,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
