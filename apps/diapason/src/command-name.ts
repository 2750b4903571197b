import path from 'node:path';

/**
 * How this command line was called, to be typed again: `diapason` when it is on the PATH, else the script's path from the
 * current folder (`bin/diapason.mjs`). `npm ci` puts nothing on the PATH.
 */
export function commandName(script = process.argv[1], folder = process.cwd()): string {
  if (script === undefined || path.basename(script) === 'diapason') return 'diapason';
  const relative = path.relative(folder, script);
  return process.platform === 'win32' ? `node ${relative}` : relative.includes('/') ? relative : `./${relative}`;
}
