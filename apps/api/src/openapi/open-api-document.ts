import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { isProblemCode, PROBLEMS } from '#runtime';
import { CSV_TOO } from './describe.decorator.js';
import { PROBLEM_COMPONENT } from './problem.schema.js';
import { TAGS } from './tags.js';
import { zodSchemas } from './zod-schemas.js';

/** The OpenAPI 3.1 document of every described endpoint of an application. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Diapason')
    .setDescription(introduction())
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: zodSchemas(),
    autoTagControllers: false,
  });
  const components = document.components ?? {};
  const schemas: Record<string, unknown> = { ...components.schemas, Problem: PROBLEM_COMPONENT };
  return { ...document, paths: inOrder(document.paths), components: { ...components, schemas: inOrder(schemas) } } as OpenAPIObject;
}

/** Modules load in any order; the committed document must not depend on it. */
function inOrder<Value>(members: Record<string, Value>): Record<string, Value> {
  for (const member of Object.values(members)) alsoCsv(member);
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Described {
  [CSV_TOO]?: boolean;
  readonly responses?: Readonly<Record<string, { content?: Record<string, unknown> } | undefined>>;
}

function alsoCsv(path: unknown): void {
  for (const operation of Object.values(path as Record<string, Described | undefined>)) {
    if (operation?.[CSV_TOO] === undefined) continue;
    delete operation[CSV_TOO];
    const content = operation.responses?.['200']?.content;
    if (content !== undefined) content['text/csv'] = { schema: { type: 'string', description: 'RFC 4180' } };
  }
}

function introduction(): string {
  const problems = Object.keys(PROBLEMS).filter(isProblemCode);
  return [
    'Entend-on la même musique, quel que soit l’agent ? · Do customers hear the same tune, whoever answers?',
    'Chaque taux vient avec son dénominateur et son intervalle. Les pages se suivent par le lien `next`. ' +
      'Les erreurs sont des problèmes (RFC 9457) au `code` stable, décrits sur `/problems` ; en français, ou en anglais par `Accept-Language`.',
    'Every rate comes with its denominator and interval. Pages follow the `next` link. ' +
      'Errors are problems (RFC 9457) with a stable `code`, described at `/problems`; in French, or in English by `Accept-Language`.',
    ['| code | status | français | English |', '| --- | --- | --- | --- |', ...problems.map(row)].join('\n'),
  ].join('\n\n');
}

const row = (code: keyof typeof PROBLEMS): string =>
  `| \`${code}\` | ${PROBLEMS[code].status} | ${PROBLEMS[code].title.fr} | ${PROBLEMS[code].title.en} |`;
