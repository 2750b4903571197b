import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ApiModule, previewOpenApi } from '#api';
import { IngestModule } from '#ingest';
import { isRole, isScope } from '#domain';
import { MessagingModule } from '#messaging';
import { AccessModule, ALL_TEAMS_EXTENSION, ALLOW_EXTENSION } from '#runtime';
import { StorageModule } from '#storage';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expectedAccess } from './access/table.js';
import { beforeAll, describe, expect, it } from 'vitest';

const FILE = path.resolve(import.meta.dirname, '../apps/api/openapi.json');
type Document = Awaited<ReturnType<typeof previewOpenApi>>;

let document: Document;
beforeAll(async () => {
  // The same modules as in tools/write-openapi.mjs.
  const modules = [
    StorageModule.register({ databaseUrl: 'postgres://never.example/preview' }),
    MessagingModule.register(),
    AccessModule.open('preview'),
    ApiModule.register({ organisationId: 'preview' }),
    IngestModule.register({ organisationId: 'preview' }),
  ];
  document = JSON.parse(JSON.stringify(await previewOpenApi(modules)));
});

const operations = () =>
  Object.entries(document.paths).flatMap(([address, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ where: `${method} ${address}`, operation }];
    }),
  );

/** Every media type that an operation answers with. */
const answers = () =>
  operations().flatMap(({ where, operation }) =>
    Object.entries(operation.responses).flatMap(([status, response]) => {
      const content = response !== undefined && 'content' in response ? response.content : undefined;
      return Object.entries(content ?? {}).map(([type, media]) => ({ where: `${where} ${status} ${type}`, status, type, media }));
    }),
  );

describe('openapi.json', () => {
  it('is what the code says: `npm run openapi` writes it', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(document);
  });

  it('is OpenAPI 3.1 with only references that exist', () => {
    expect(document.openapi).toBe('3.1.0');
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !Object.hasOwn(document.components?.schemas ?? {}, name))).toEqual([]);
  });

  it('names, tags and explains every operation in French and English', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(document.tags?.map(({ name }) => name));
    const poor = operations().filter(
      ({ operation }) => !operation.summary?.includes(' · ') || !operation.description || !operation.tags?.every((tag) => tags.has(tag)),
    );
    expect(poor.map(({ where }) => where)).toEqual([]);
  });

  it('says of every operation who may call it', () => {
    const undeclared = operations().filter(({ operation }) => {
      const allow: unknown = Reflect.get(operation, ALLOW_EXTENSION);
      if (allow === 'anyone') return operation.security !== undefined;
      const named = Array.isArray(allow) && allow.length > 0 && allow.every((name) => isRole(String(name)) || isScope(String(name)));
      return !named || operation.security?.length !== 2 || operation.responses['401'] === undefined || operation.responses['403'] === undefined;
    });
    expect(undeclared.map(({ where }) => where)).toEqual([]);
    expect(operations().filter(({ operation }) => Reflect.get(operation, ALL_TEAMS_EXTENSION) === true).length).toBeGreaterThan(5);
  });

  it('says of every operation what docs/access.md says', () => {
    const written = [...expectedAccess()].map(([name, { to, reach }]) => `${name}: ${to === 'anyone' ? to : [...to].sort().join(' ')}${reach === 'every team' ? ' (every team)' : ''}`);
    const said = operations().map(({ where, operation }) => {
      const allow: unknown = Reflect.get(operation, ALLOW_EXTENSION);
      const [method = '', address = ''] = where.split(' ');
      return `${method.toUpperCase()} ${address}: ${Array.isArray(allow) ? allow.map(String).sort().join(' ') : String(allow)}${Reflect.get(operation, ALL_TEAMS_EXTENSION) === true ? ' (every team)' : ''}`;
    });
    expect(said.sort()).toEqual(written.sort());
  });

  it('answers every error by a problem document', () => {
    const errors = answers().filter(({ status }) => Number(status) >= 400);
    expect(errors.length).toBeGreaterThan(20);
    expect(errors.filter(({ type }) => type !== 'application/problem+json').map(({ where }) => where)).toEqual([]);
    const silent = operations().filter(({ operation }) => operation.responses['500'] === undefined);
    expect(silent.map(({ where }) => where)).toEqual([]);
  });

  it('has an example for every answer, and every example fits its schema', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'doc', components: document.components });
    const wrong = answers()
      .filter(({ type }) => type.endsWith('json'))
      .flatMap(({ where, media }) => {
        const examples = media.example === undefined ? Object.values(media.examples ?? {}).map(valueOf) : [media.example];
        if (examples.length === 0) return [`${where}: no example`];
        const schema = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/components', '"doc#/components'));
        const valid = ajv.compile(schema);
        return examples.filter((example) => !valid(example)).map(() => `${where}: ${ajv.errorsText(valid.errors)}`);
      });
    expect(wrong).toEqual([]);
  });
});

const valueOf = (example: unknown): unknown =>
  typeof example === 'object' && example !== null && 'value' in example ? example.value : undefined;
