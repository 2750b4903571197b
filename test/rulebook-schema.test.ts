import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rulebookJsonSchemas } from '#nlp';

const ROOT = path.resolve(import.meta.dirname, '..');
const NAME = 'rulebook.schema.json';
const schemas = rulebookJsonSchemas(NAME);

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(schemas.rulebook, NAME);
const fits = { 'rulebook.schema.json': ajv.getSchema(NAME)!, 'rulebook-chapter.schema.json': ajv.compile(schemas.chapter) };

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const yamlFiles = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml')).map((name) => path.join(folder, name));
const schemaOf = (file: string): keyof typeof fits => (path.basename(file) === 'rulebook.yaml' ? 'rulebook.schema.json' : 'rulebook-chapter.schema.json');

const everyKind = 'libs/nlp/test/kinds/every-kind';

describe('the published JSON Schema of rulebooks', () => {
  it.each([['docs/rulebook.schema.json', schemas.rulebook], ['docs/rulebook-chapter.schema.json', schemas.chapter]])('%s is what `npm run schema` writes', (file, schema) => {
    expect(JSON.parse(read(file))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it.each([...yamlFiles('rulebooks'), ...yamlFiles('test/flow/rulebook'), ...yamlFiles(everyKind)])('fits %s', (file) => {
    const fit = fits[schemaOf(file)];
    expect([fit(parse(read(file))), fit.errors ?? []]).toEqual([true, []]);
  });

  it('refuses every key misspelt and every word of a fixed choice changed, wherever it stands', () => {
    const slips = yamlFiles(everyKind).flatMap((file) => slipsIn(parse(read(file))).map((slip) => ({ ...slip, file })));
    expect(slips.length).toBeGreaterThan(300);
    const accepted = slips.filter(({ file, value }) => fits[schemaOf(file)](value) === true).map(({ file, where }) => `${file}${where}`);
    expect(accepted).toEqual([]);
  });
});

/** Keys whose names the writer is free to choose. */
const FREE = new Set(['lists', 'commitments', 'adjust']);
const CHOICES = new Set(['kind', 'severity', 'polarity', 'language', 'expect', 'measure', 'dimension', 'from', 'by', 'per', 'channel']);

/** The value with one slip in it, for every place where one can be made. */
function slipsIn(value: unknown, where = ''): { where: string; value: unknown }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => slipsIn(item, `${where}/${index}`).map((slip) => ({ ...slip, value: value.with(index, slip.value) })));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const { [key]: _, ...others } = Object.fromEntries(Object.entries(value));
    const misspelt = { where: `${where}/${key}x`, value: { ...others, [`${key}x`]: item } };
    const changed = CHOICES.has(key) && typeof item === 'string' ? [{ where: `${where}/${key}`, value: { ...others, [key]: `${item}x` } }] : [];
    const inside = FREE.has(key) ? [] : slipsIn(item, `${where}/${key}`).map((slip) => ({ ...slip, value: { ...others, [key]: slip.value } }));
    return [misspelt, ...changed, ...inside];
  });
}
