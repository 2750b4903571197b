// Builds everything into dist/: lexicon, TypeScript, console. Each step is skipped when nothing it reads has changed,
// so that `npm start` after `npm ci` costs a second.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const quiet = process.argv.includes('--quiet');

/** Newest modification time (ms) below a path; 0 when it does not exist. */
function newest(target) {
  if (!existsSync(target)) return 0;
  const stat = statSync(target);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(target, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'test')
    .reduce((latest, entry) => Math.max(latest, newest(path.join(target, entry.name))), 0);
}

const oldestOutput = (files) => Math.min(...files.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));

const at = (file) => path.join(root, file);

function step(title, { inputs, outputs }, commands) {
  if (oldestOutput(outputs.map(at)) > Math.max(...inputs.map((file) => newest(at(file))))) return;
  run(title, commands);
}

function run(title, commands) {
  const started = Date.now();
  for (const [command, ...args] of commands) {
    const { status, error } = spawnSync(process.execPath, [at(command), ...args], { cwd: root, stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] });
    if (status !== 0) {
      console.error(`build: ${title} failed${error ? `: ${error.message}` : ''}`);
      process.exit(1);
    }
  }
  if (!quiet) console.log(`build: ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

// Knows by itself whether its sources have changed.
run('lexicon', [['tools/build-lexicon.mjs']]);
step('reader', { inputs: ['libs/nlp/wasm'], outputs: ['dist/wasm/scan.wasm'] }, [
  ['node_modules/assemblyscript/bin/asc.js', 'libs/nlp/wasm/scan.ts', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '-o', 'dist/wasm/scan.wasm'],
]);
step(
  'libs and apps',
  {
    inputs: ['libs', 'apps/ingest', 'apps/analyzer', 'apps/api', 'apps/diapason', 'tsconfig.json', 'tsconfig.build.json'],
    // Touched by every successful run of tsc, which leaves unchanged outputs alone.
    outputs: ['dist/.tsbuildinfo'],
  },
  [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], ['tools/touch.mjs', 'dist/.tsbuildinfo']],
);
step(
  'console',
  { inputs: ['apps/console', 'apps/api/openapi.json'], outputs: ['dist/console/index.html'] },
  [
    ['node_modules/openapi-typescript/bin/cli.js', 'apps/api/openapi.json', '-o', 'apps/console/src/api/schema.d.ts'],
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/console/vite.config.ts', '--logLevel', 'warn'],
    ['tools/touch.mjs', 'dist/console/index.html'],
  ],
);
