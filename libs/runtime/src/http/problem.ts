import { HttpException } from '@nestjs/common';
import { type Language, say, type Words } from './language.js';
import { PROBLEMS, type ProblemCode, problemType } from './problem-catalogue.js';

export interface ProblemError {
  /** JSON Pointer as a URI fragment (RFC 6901 §6), e.g. `#/turns/0/text`; for a query, `#/limit`. */
  readonly pointer: string;
  readonly detail: Words;
}

/** What is sent, as `application/problem+json` (RFC 9457). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  /** Path of the request, without its query (which may name a customer). */
  readonly instance: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Thrown at the edge of HTTP only; everything else returns its expected failures. */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly code: ProblemCode,
    readonly detail: Words,
    readonly errors?: readonly ProblemError[],
    /** Sent along, e.g. `Allow` or `Retry-After`. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(say(detail, 'fr'), status);
  }
}

export function problemDocument(
  problem: ProblemException,
  request: { readonly url: string; readonly id: string },
  language: Language,
): ProblemDocument {
  return {
    type: problemType(problem.code),
    title: say(PROBLEMS[problem.code].title, language),
    status: problem.getStatus(),
    code: problem.code,
    detail: say(problem.detail, language),
    instance: request.url.split('?', 1)[0]!,
    requestId: request.id,
    ...(problem.errors === undefined
      ? {}
      : { errors: problem.errors.map(({ pointer, detail }) => ({ pointer, detail: say(detail, language) })) }),
  };
}

/** Path segments as a JSON Pointer in a URI fragment (RFC 6901 §6). */
export function pointerOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  return `#${steps.join('')}`;
}
