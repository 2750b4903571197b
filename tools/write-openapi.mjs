// Writes apps/api/openapi.json from what is built in dist/: the console's client is generated from it.
// Needs no database. test/openapi.test.ts fails when the file is behind the code.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import 'reflect-metadata';
import { ApiModule, previewOpenApi } from '#api';
import * as ingest from '#ingest';
import { StorageModule } from '#storage';

const file = path.resolve(import.meta.dirname, '../apps/api/openapi.json');
const storage = StorageModule.register({ databaseUrl: 'postgres://never.example/preview' });
const modules = [storage, ApiModule.register({ organisationId: 'preview' }), ingest.IngestModule].filter(Boolean);
const document = await previewOpenApi(modules);
writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
console.log(`${path.relative(process.cwd(), file)} : ${Object.keys(document.paths).length} adresses`);
