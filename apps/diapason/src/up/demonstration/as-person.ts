import { z } from 'zod';
import { failureOf } from '../../api/call-api.js';

/** Calls the API as somebody of the demonstration would in the console. */
export interface AsPerson {
  /** Id of the account. */
  readonly id: string;
  get<T>(route: string, schema: z.ZodType<T>): Promise<T>;
  /** @returns null where the answer is that it is so already, or is so no longer (404, 409, 412) */
  send<T>(method: keyof typeof WRITING, route: string, body: object, schema: z.ZodType<T>, key?: string): Promise<T | null>;
}

const WRITING = { POST: { method: 'POST' }, PUT: { method: 'PUT' }, PATCH: { method: 'PATCH' } } as const;
const SETTLED = new Set([404, 409, 412]);

/** Opens a session as one of the invented people. @throws Failure when the API refuses */
export async function asPerson(url: string, accountId: string): Promise<AsPerson> {
  const answer = await fetch(new URL('/v1/demonstration/session', url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ accountId }) });
  if (!answer.ok) throw await failureOf(answer, url);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]!).join('; ');
  return {
    id: accountId,
    get: async (route, schema) => {
      const response = await fetch(new URL(route, url), { headers: { cookie } });
      if (!response.ok) throw await failureOf(response, url);
      return schema.parse(await response.json());
    },
    send: async (method, route, body, schema, key) => {
      const headers = { cookie, 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': `demonstration-${key}` }) };
      const response = await fetch(new URL(route, url), { ...WRITING[method], headers, body: JSON.stringify(body) });
      if (SETTLED.has(response.status)) return null;
      if (!response.ok) throw await failureOf(response, url);
      const text = await response.text();
      return schema.parse(text === '' ? undefined : JSON.parse(text));
    },
  };
}
