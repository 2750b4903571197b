import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { isProblemCode, PROBLEMS, SESSION_COOKIES } from '#runtime';
import { ALSO, AS } from './describe.decorator.js';
import { PROBLEM_COMPONENT } from './problem.schema.js';
import { TAGS } from './tags.js';
import { zodSchemas } from './zod-schemas.js';

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The OpenAPI 3.1 document of every described endpoint of an application. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Diapason')
    .setDescription(introduction())
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Clé · Key: `dia_…`' }, 'key')
    .addCookieAuth(SESSION_COOKIES[0], { type: 'apiKey', in: 'cookie', description: 'Session de la console · The console’s session' }, 'session');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: zodSchemas(),
    autoTagControllers: false,
  });
  for (const { get } of Object.values(document.paths)) if (get !== undefined) inTheirTypes(get);
  const { schemas, ...components } = document.components ?? {};
  return {
    ...document,
    paths: inOrder(document.paths),
    components: { ...components, schemas: inOrder({ ...schemas, Problem: PROBLEM_COMPONENT }) },
  };
}

/** Modules load in any order; the committed document must not depend on it. */
const inOrder = <Value>(members: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Answers in the media types that they really come in. */
function inTheirTypes(operation: OperationObject): void {
  const also: unknown = Reflect.get(operation, ALSO);
  const as: unknown = Reflect.get(operation, AS);
  Reflect.deleteProperty(operation, ALSO);
  Reflect.deleteProperty(operation, AS);
  const answer = operation.responses['200'];
  if (answer === undefined || !('content' in answer) || answer.content === undefined) return;
  if (typeof also === 'object' && also !== null) Object.assign(answer.content, also);
  if (typeof as === 'string') answer.content = Object.fromEntries(Object.values(answer.content).map(({ schema }) => [as, { schema: eventOf(schema) }]));
}

/** One event of a stream (WHATWG HTML §9.2), its `data` being JSON of some schema; OpenAPI 3.1 has no words for the stream itself. */
const eventOf = (schema: unknown) => ({
  type: 'object' as const,
  required: ['id', 'event', 'data'],
  properties: { id: { type: 'string' as const }, event: { type: 'string' as const }, data: { type: 'string' as const, contentMediaType: 'application/json', contentSchema: schema } },
});

function introduction(): string {
  const problems = Object.keys(PROBLEMS).filter(isProblemCode);
  return [
    'Entend-on la même musique, quel que soit l’agent ? · Do customers hear the same tune, whoever answers?',
    'Chaque taux vient avec son dénominateur et son intervalle. Les pages se suivent par le lien `next`. ' +
      'Les erreurs sont des problèmes (RFC 9457) au `code` stable, décrits sur `/problems` ; en français, ou en anglais par `Accept-Language`.',
    'Every rate comes with its denominator and interval. Pages follow the `next` link. ' +
      'Errors are problems (RFC 9457) with a stable `code`, described at `/problems`; in French, or in English by `Accept-Language`.',
    '400 : la demande ne correspond pas à son schéma. 422 : elle y correspond, mais ne peut pas être satisfaite. · 400: the request does not fit its schema. 422: it fits, but cannot be met.',
    ['| code | status | français | English |', '| --- | --- | --- | --- |', ...problems.map(row)].join('\n'),
  ].join('\n\n');
}

const row = (code: keyof typeof PROBLEMS): string =>
  `| \`${code}\` | ${PROBLEMS[code].status} | ${PROBLEMS[code].title.fr} | ${PROBLEMS[code].title.en} |`;
