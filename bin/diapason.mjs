#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const entry = path.join(root, 'dist/apps/diapason/src/main.js');
if (!existsSync(entry)) {
  console.error('diapason : première utilisation, construction en cours (npm run build)…');
  const { status } = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(2);
}
const { main } = await import(entry);
await main(process.argv.slice(2));
