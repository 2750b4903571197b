// npm run bench:quality -- --ud FILE.conllu --register FILE.jsonl --language FILE.jsonl --languagetool FILE.json --replies DIR --mail DIR --pledges
// Runs each measure that is asked for; each prints one JSON line of figures. --pledges is measured on the project's own labelled set.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const SCRIPTS = { '--ud': 'reading.mjs', '--register': 'reading.mjs', '--language': 'reading.mjs', '--languagetool': 'engine.mjs', '--replies': 'replies.ts', '--mail': 'mail.ts', '--pledges': 'pledges.ts', '--pairs': 'pairs.ts' };
/** Measured on a set of the project's own: no file to name. */
const OWN_SET = new Set(['--pledges', '--pairs']);
const root = path.resolve(import.meta.dirname, '../..');
const typescript = path.join(root, 'test/support/run-typescript.mjs');
const args = process.argv.slice(2);
const asked = args.flatMap((arg, i) => {
  if (OWN_SET.has(arg)) return [[arg]];
  return arg in SCRIPTS && args[i + 1] !== undefined ? [[arg, args[i + 1]]] : [];
});
if (asked.length === 0 || asked.flat().length !== args.length) {
  console.error(`usage: npm run bench:quality -- ${Object.keys(SCRIPTS).map((option) => `[${option}${OWN_SET.has(option) ? '' : SCRIPTS[option].endsWith('.ts') ? ' DIR' : ' FILE'}]`).join(' ')}`);
  process.exit(2);
}
for (const [option, ...files] of asked) {
  const script = path.join(import.meta.dirname, SCRIPTS[option]);
  const run = script.endsWith('.ts') ? [typescript, script] : [script];
  const { status } = spawnSync(process.execPath, [...run, option, ...files], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
