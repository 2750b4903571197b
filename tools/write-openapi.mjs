// Writes apps/api/openapi.json from what is built in dist/: the console's client is generated from it.
// Needs no database. test/openapi.test.ts fails when the file is behind the code.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import 'reflect-metadata';
import { ApiModule, previewOpenApi } from '#api';
import { IngestModule } from '#ingest';
import { MessagingModule } from '#messaging';
import { AccessModule } from '#runtime';
import { StorageModule } from '#storage';

const file = path.resolve(import.meta.dirname, '../apps/api/openapi.json');
const modules = [
  StorageModule.register({ databaseUrl: 'postgres://never.example/preview' }),
  MessagingModule.register(),
  AccessModule.open('preview'),
  ApiModule.register({ organisationId: 'preview' }),
  IngestModule.register({ organisationId: 'preview' }),
];
const document = await previewOpenApi(modules);
writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
console.log(`${path.relative(process.cwd(), file)} : ${Object.keys(document.paths).length} adresses`);
