import { jsonErrorAt, lineAndColumnOf } from '#domain';
import { frenchError } from '#messaging/messages';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { FileError } from './csv.js';
import type { Place, ReadEntries } from './directory-entries.js';

const text = z.string().trim().min(1).max(256);
const team = z.strictObject({ ref: text, name: text.optional() });
// `addresses` is what directory.json calls them: one file serves both.
const others = { identities: z.array(text).default([]), addresses: z.array(text).default([]) };

const directorySchema = z.strictObject({
  agents: z.array(z.strictObject({ ref: text, name: text.optional(), team: team.optional(), ...others })).default([]),
  teams: z.array(team).default([]),
  customers: z.array(z.strictObject({ ref: text, name: text.optional(), ...others })).default([]),
  /** For the readers of files only. */
  agentDomains: z.array(z.string()).optional(),
  calls: z.record(z.string(), z.unknown()).optional(),
});

/** A directory as JSON: `agents`, `teams`, `customers`, with `identities` or, as in directory.json, `addresses`. */
export function directoryFromJson(json: string): ReadEntries | readonly FileError[] {
  const error = jsonErrorAt(json);
  if (error !== null) return [{ ...lineAndColumnOf(json, error), message: 'ce n’est pas du JSON' }];
  const lines = new LineCounter();
  // JSON is YAML 1.2, and YAML's parser keeps the place of every value.
  const document = parseDocument(json, { version: '1.2', schema: 'json', lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const at = (path: readonly PropertyKey[], key?: string): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node)) continue;
      const written = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key)?.key : undefined;
      const { line, col } = lines.linePos((isNode(written) ? written : node).range?.[0] ?? 0);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    }
    return { line: 1, column: 1 };
  };
  const checked = directorySchema.safeParse(JSON.parse(json), { error: frenchError });
  if (!checked.success) {
    return checked.error.issues.map((issue) => {
      const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      return { ...at(issue.path, key), message: `${[...issue.path, ...(key === undefined ? [] : [key])].map(String).join('.')} : ${issue.message}` };
    });
  }
  const people = (kind: 'agents' | 'customers') =>
    checked.data[kind].map(({ identities, addresses, ...person }, i) => ({
      ...person,
      identities: [...identities, ...addresses],
      at: at([kind, i]),
      identitiesAt: [...identities.map((_, n) => at([kind, i, 'identities', n])), ...addresses.map((_, n) => at([kind, i, 'addresses', n]))],
    }));
  return { agents: people('agents'), customers: people('customers'), teams: checked.data.teams.map((one, i) => ({ ...one, at: at(['teams', i]) })) };
}
