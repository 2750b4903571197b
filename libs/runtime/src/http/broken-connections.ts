import type { Socket } from 'node:net';
import { say } from './language.js';
import { type ProblemCode, PROBLEMS, problemType } from './problem-catalogue.js';

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'header_fields_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** What is not even HTTP never reaches a handler: answered on the socket itself, then closed. */
export function answerBrokenConnections(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const code = CODES[error.code ?? ''] ?? 'bad_request';
  const { status, title, remedy } = PROBLEMS[code];
  const body = JSON.stringify({ type: problemType(code), title: say(title, 'fr'), status, code, detail: say(remedy, 'fr') });
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status} ${code}\r\nContent-Type: application/problem+json\r\nContent-Language: fr\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy(error);
}
