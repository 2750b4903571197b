// Writes the JSON Schemas of rulebooks into docs/ from what is built in dist/, for editors of YAML.
// test/rulebook-schema.test.ts fails when they are behind the code.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rulebookJsonSchemas } from '#nlp';

const docs = path.resolve(import.meta.dirname, '../docs');
const { rulebook, chapter } = rulebookJsonSchemas('rulebook.schema.json');
for (const { name, schema } of [{ name: 'rulebook.schema.json', schema: rulebook }, { name: 'rulebook-chapter.schema.json', schema: chapter }]) {
  writeFileSync(path.join(docs, name), `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`docs/${name}`);
}
