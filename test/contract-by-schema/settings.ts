import type { Permission } from '#domain';
import { z } from 'zod';
import { PERMISSIONS, type Visitor } from './visitors.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const operationSchema = z.object({
  'x-allow': z.union([z.literal('anyone'), z.array(z.string())]),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).default({}) })),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operationSchema)) });

/** One operation of an OpenAPI document, by what its `x-allow` and its answers say. */
interface Operation {
  readonly name: string;
  readonly isOpenTo: (permission: Permission | null) => boolean;
  /** Its answer goes on until the caller leaves. */
  readonly isEndless: boolean;
}

export function operationsOf(document: unknown): readonly Operation[] {
  return Object.entries(documentSchema.parse(document).paths).flatMap(([address, item]) =>
    METHODS.flatMap((method): Operation[] => {
      const found = item[method];
      if (found === undefined) return [];
      const { 'x-allow': allow, responses } = found;
      return [
        {
          name: `${method.toUpperCase()} ${address}`,
          isOpenTo: (permission) => allow === 'anyone' || (permission !== null && allow.includes(permission)),
          isEndless: responses['200']?.content['text/event-stream'] !== undefined,
        },
      ];
    }),
  );
}

/** Requests for each operation that a visitor may call, beside those of the coverage phase; SCHEMATHESIS_EXAMPLES for a longer run. */
const EXAMPLES = Number(process.env['SCHEMATHESIS_EXAMPLES'] ?? 10);
/** The same requests in each run; SCHEMATHESIS_SEED for others. */
const SEED = Number(process.env['SCHEMATHESIS_SEED'] ?? 1);

/** Answers to a request that fits its schema: these refusals are about what is there, which no schema can say. README.md. */
const TAKEN = ['2xx', '3xx', 401, 403, 404, 409, 410, 412, 422, 429];

/** Answers to a request that does not fit its schema, or is too large to be looked at. */
const REFUSED = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429];

/** schemathesis.toml for one visitor: everything that is checked, and how much of it. */
export function settingsFor({ session, key, permission }: Visitor, { url, document }: { readonly url: string; readonly document: unknown }): string {
  const operations = operationsOf(document);
  const closed = operations.filter((operation) => !operation.isOpenTo(permission)).map(({ name }) => name);
  const openToLater = PERMISSIONS.slice(PERMISSIONS.indexOf(permission) + 1);
  const takenLater = operations.filter(({ isOpenTo }) => isOpenTo(permission) && openToLater.some(isOpenTo)).map(({ name }) => name);
  const endless = operations.filter(({ isEndless }) => isEndless).map(({ name }) => name);
  return `
base-url = ${JSON.stringify(url)}
seed = ${SEED}
workers = 1
continue-on-failure = true
request-timeout = 20

[generation]
max-examples = ${EXAMPLES}
database = "none"

[checks]
enabled = true
positive_data_acceptance.expected-statuses = ${JSON.stringify(TAKEN)}
negative_data_rejection.expected-statuses = ${JSON.stringify(REFUSED)}

[phases]
examples.enabled = true
coverage.enabled = true
fuzzing.enabled = true
stateful.enabled = false
${session === undefined ? '' : `\n[auth.openapi.session]\napi_key = ${JSON.stringify(session)}\n`}${key === undefined ? '' : `\n[auth.openapi.key]\nbearer = ${JSON.stringify(key)}\n`}
${forOperations(takenLater, 'what they refuse does not depend on who asks: tried whole by the last who may call them', 'phases.coverage.generation.mode = "positive"')}
${forOperations(closed, 'whoever may not call them is told so whatever is sent: a few requests show it', 'generation.max-examples = 3\nphases.coverage.enabled = false')}
${forOperations(endless, 'left after a second', 'request-timeout = 1')}`;
}

const forOperations = (names: readonly string[], why: string, settings: string): string => (names.length === 0 ? '' : `\n# ${why}\n[[operations]]\ninclude-name = ${JSON.stringify(names)}\n${settings}\n`);
