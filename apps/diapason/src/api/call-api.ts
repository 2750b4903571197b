import { z } from 'zod';
import { Failure } from '../failure.js';

const problemSchema = z
  .object({
    code: z.string().optional(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .catch({});

/** Where a running Diapason is, unless told. */
export const defaultAddress = (): string => process.env['DIAPASON_URL'] ?? 'http://localhost:4646';

/** @throws Failure when `--to` is no address */
export function addressOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new Failure(`--to : une adresse comme http://localhost:4646 est attendue, pas « ${text} ».`);
  return text;
}

/** The key of a program, by the environment: a command line is read by whoever lists the processes. */
const authorisation = (): Record<string, string> => {
  const key = process.env['DIAPASON_API_KEY'];
  return key ? { authorization: `Bearer ${key}` } : {};
};

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @throws Failure when nobody answers there; any answer is returned, whatever its status */
export async function sendToApi(url: string, route: string, { method = 'GET', body, headers }: ApiCall = {}): Promise<Response> {
  return fetch(new URL(route, url), {
    method,
    headers: { ...authorisation(), ...(body !== undefined && { 'content-type': 'application/json' }), 'accept-language': 'fr', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : error instanceof Error ? error.message : String(error);
    throw new Failure(`${url} ne répond pas (${why}). Diapason est-il démarré ? Voir --to.`);
  });
}

/**
 * Calls the API and reads its answer.
 * @throws Failure with the words of the problem document, code 1 when the request was refused and 2 when it could not be served
 */
export async function callApi<T>(url: string, route: string, schema: z.ZodType<T>, call: ApiCall = {}): Promise<T> {
  const response = await sendToApi(url, route, call);
  if (response.ok) return schema.parse(await response.json());
  throw await failureOf(response, url);
}

/** Not the thing is refused, but what was typed: a false option, something that is not there. */
const MISTAKEN = new Set(['not_found', 'unknown_route', 'invalid_query', 'invalid_path']);

/** What a problem document says, as an error of this command line. */
export async function failureOf(response: Response, url: string): Promise<Failure> {
  const problem = problemSchema.parse(await response.json().catch(() => ({})));
  const errors = (problem.errors ?? []).map(({ pointer, detail }) => `\n  ${pointer} : ${detail}`).join('');
  const refused = response.status >= 400 && response.status < 500 && problem.code !== undefined && !MISTAKEN.has(problem.code);
  if (response.status === 401) return new Failure(`${problem.detail ?? url} Mettez une clé dans DIAPASON_API_KEY (« diapason keys create », ou la page « Comptes et clés »).`);
  return new Failure(`${problem.detail ?? `${url} répond ${response.status} ${response.statusText}`}${errors}`, refused ? 1 : 2);
}
