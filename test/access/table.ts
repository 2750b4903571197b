import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRole, isScope, type Permission, ROLES } from '#domain';

export interface Expected {
  readonly to: readonly Permission[] | 'anyone';
  readonly reach: 'every team' | 'own teams' | '—';
}

/** The table of docs/access.md: `GET /v1/findings` → who, and within which teams. */
export function expectedAccess(): ReadonlyMap<string, Expected> {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/access.md'), 'utf8');
  return new Map([...text.matchAll(/^\| `([A-Z]+ \/[^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, operation, who, reach]) => [operation!, { to: whoOf(who!), reach: reachOf(reach!) }]));
}

function reachOf(text: string): Expected['reach'] {
  if (text === 'every team' || text === 'own teams' || text === '—') return text;
  throw new Error(`docs/access.md has ${text} for a reach`);
}

function whoOf(text: string): Expected['to'] {
  if (text === 'anyone') return 'anyone';
  return text.split(', ').flatMap((name): readonly Permission[] => {
    if (name === 'every role') return ROLES;
    if (isRole(name) || isScope(name)) return [name];
    throw new Error(`docs/access.md names ${name}, which is no role and no scope`);
  });
}
