import path from 'node:path';
import { expect, it } from 'vitest';
import { commandName } from '../src/command-name.js';
import { plural } from '../src/plural.js';
import { ROOT, runDiapason } from './run-diapason.js';

it('speaks French in its help, and calls itself as it was called', async () => {
  const { code, stdout } = await runDiapason(['check', '--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Utilisation : bin\/diapason\.mjs check \[options\] <fichiers\.\.\.>/);
  expect(stdout).toMatch(/\nArguments :\n[^]*\nOptions :\n/);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('(choix : text, json ; par défaut : text)');
  expect(stdout).not.toMatch(/Usage|choices|default:|Commands/);
  const wrong = await runDiapason(['chek']);
  expect(wrong.stderr).toContain('Aide : bin/diapason.mjs --help');
});

it.each([
  ['/usr/local/bin/diapason', 'diapason'],
  [path.join(ROOT, 'bin/diapason.mjs'), 'bin/diapason.mjs'],
  [path.join(ROOT, 'diapason.mjs'), './diapason.mjs'],
  [path.join(ROOT, '../elsewhere/bin/diapason.mjs'), '../elsewhere/bin/diapason.mjs'],
])('%s is typed again as %s', (script, name) => {
  expect(commandName(script, ROOT)).toBe(name);
});

it.each([[0, '0 règle'], [1, '1 règle'], [2, '2 règles']])('%i takes « %s »', (count, text) => {
  expect(plural(count, 'règle')).toBe(text);
});
