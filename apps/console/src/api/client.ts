import createClient from 'openapi-fetch';
import { ProblemError } from './problem.js';
import type { paths } from './schema.js';

/** The API of the same origin, typed by its own OpenAPI document. */
export const api = createClient<paths>({ baseUrl: window.location.origin });

/**
 * The body of an answer. Reports can also be had as CSV and interactions as vCon, which no page asks for: they are no answer here.
 * @throws ProblemError when the API answers with a problem document or cannot be reached.
 */
export async function answer<T>(request: Promise<{ data?: T | undefined; error?: unknown; response: Response }>): Promise<Exclude<T, Foreign>> {
  const { data, error, response } = await request.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError({ status: 0, code: 'unreachable', cause });
  });
  if (!isDocument(data)) throw ProblemError.from(response.status, error);
  return data;
}

/** The body of an answer with its entity tag, which the next change is held to. @throws ProblemError as `answer` does */
export async function answerWithTag<T>(request: Promise<{ data?: T | undefined; error?: unknown; response: Response }>): Promise<{ readonly data: Exclude<T, Foreign>; readonly tag: string }> {
  const data = await answer(request);
  return { data, tag: (await request).response.headers.get('etag') ?? '*' };
}

type Foreign = string | { readonly vcon: string };

const isDocument = <T>(data: T | undefined): data is Exclude<T, Foreign> =>
  data !== undefined && typeof data !== 'string' && !(typeof data === 'object' && data !== null && 'vcon' in data);
