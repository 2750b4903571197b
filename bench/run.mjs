// npm run bench [-- NAME…]: runs the measures and prints one table. Every figure is a ratio between two things measured
// side by side in this very run; the absolute numbers are this machine's and say little elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const typescript = ['test/support/run-typescript.mjs'];

/** Each prints, as its last line, a JSON array of { measure, ours, peer, ratio, unit, note? }. */
const MEASURES = {
  'end-to-end': [...typescript, 'bench/end-to-end/end-to-end.ts'],
  import: [...typescript, 'bench/import/import.ts'],
  history: [...typescript, 'bench/history/history.ts'],
  recompute: [...typescript, 'bench/recompute/recompute.ts'],
  engine: ['bench/engine.mjs', '--json'],
  statements: ['bench/statements.mjs'],
  reads: [...typescript, 'bench/reads/reads.ts'],
};

/** Options go to the measures: `npm run bench -- recompute --all`. */
const options = process.argv.slice(2).filter((name) => name.startsWith('--'));
const asked = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const unknown = asked.filter((name) => !(name in MEASURES));
if (unknown.length > 0) {
  console.error(`unknown measure: ${unknown.join(', ')}; there are: ${Object.keys(MEASURES).join(', ')}`);
  process.exit(2);
}

const rows = [];
let failed = false;
for (const [name, args] of Object.entries(MEASURES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  if (!existsSync(path.join(root, args.at(args[0].endsWith('run-typescript.mjs') ? 1 : 0)))) continue;
  console.error(`bench: ${name}…`);
  const { status, stdout } = spawnSync(process.execPath, [...args, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) {
    console.error(`bench: ${name} failed (${status})`);
    failed = true;
    continue;
  }
  rows.push(...JSON.parse(stdout.trim().split('\n').at(-1)));
}
console.table(
  rows.map(({ measure, ours, peer, unit, ratio }) => ({
    measure,
    ours: `${format(ours)} ${unit}`,
    peer: `${format(peer)} ${unit}`,
    ratio: Number(ratio.toFixed(3)),
  })),
);
// Below the table, by the row's number: a terminal cuts what is wider than it.
rows.forEach(({ note }, row) => note && console.log(`${String(row).padStart(3)}  ${note}`));
process.exit(failed ? 1 : 0);

function format(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
