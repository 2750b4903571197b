import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRulebook, formatProblem, lintRulebook, loadRulebook, proveRulebook } from '#nlp';

const shelf = join(import.meta.dirname, '..', 'rulebooks');
const names = readdirSync(shelf, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every rulebook of the project proves itself: what its examples say is what the engine does. */
describe.each(names)('rulebook %s', (name) => {
  const loaded = loadRulebook(join(shelf, name));

  it('is read without a problem', () => {
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([]);
  });

  it('says in the first line of each file where editors find its schema', () => {
    for (const file of readdirSync(join(shelf, name)).filter((one) => one.endsWith('.yaml'))) {
      const schema = file === 'rulebook.yaml' ? 'rulebook.schema.json' : 'rulebook-chapter.schema.json';
      expect([file, readFileSync(join(shelf, name, file), 'utf8').split('\n')[0]]).toEqual([file, `# yaml-language-server: $schema=../../docs/${schema}`]);
    }
  });

  it('fires on what it flags, stays silent on what it passes, and says nothing it forbids', () => {
    if (!loaded.ok) throw new Error('not read');
    const failures = proveRulebook(compileRulebook(loaded.rulebook));
    expect(failures.map(({ ruleId, check, message, example }) => `${ruleId} ${check}: ${message}${example === undefined ? '' : ` — ${example}`}`)).toEqual([]);
  });

  it('praises or blames no words twice, and contradicts itself nowhere', () => {
    if (!loaded.ok) throw new Error('not read');
    expect(lintRulebook(loaded.rulebook).map(({ ruleId, check, message }) => `${ruleId} ${check}: ${message}`)).toEqual([]);
  });

  it('has two examples and two counter-examples for every rule', () => {
    if (!loaded.ok) throw new Error('not read');
    const thin = loaded.rulebook.rules.filter(({ flags, passes }) => flags.length < 2 || passes.length < 2);
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  it('gives every violation in words its better wording', () => {
    if (!loaded.ok) throw new Error('not read');
    const bare = loaded.rulebook.rules.filter(({ kind, polarity, instead }) => kind === 'wording' && polarity === 'violation' && instead.length === 0);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

it('exemple is a whole rulebook that values merits as well as violations', () => {
  const loaded = loadRulebook(join(shelf, 'exemple'));
  if (!loaded.ok) throw new Error('not read');
  expect(loaded.rulebook.rules.length).toBeGreaterThanOrEqual(40);
  expect(loaded.rulebook.rules.filter(({ polarity }) => polarity === 'merit').length).toBeGreaterThanOrEqual(8);
});
