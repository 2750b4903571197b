import { parsePattern } from '../pattern/parse-pattern.js';
import type { Pattern, PatternNode } from '../pattern/pattern-node.js';
import { nearestOf } from './nearest-word.js';
import type { RulebookProblem, SourcePlace } from './rulebook.js';
import type { YamlSource } from './yaml-source.js';

/** A list that a pattern names, and where it does. */
export interface ListReference {
  readonly name: string;
  readonly place: SourcePlace;
  /** The list whose pattern it is, if it is not a rule's. */
  readonly within?: string;
}

/** What rules name, to be looked up once all files are read. */
export interface References {
  readonly lists: ListReference[];
  readonly commitments: NamedPlace[];
  /** Ids of rules that could not be read: taken all the same. */
  readonly ids: NamedPlace[];
}

export interface NamedPlace {
  readonly name: string;
  readonly place: SourcePlace;
}

/** The lists named by the patterns of a value that was checked; `path` leads to it in the file. */
export function listReferences(value: unknown, source: YamlSource, path: readonly PropertyKey[], within?: string): ListReference[] {
  return patternsAt(value, path).flatMap(({ pattern, path: at }) =>
    listsIn(pattern.root).map((list): ListReference => ({ name: list.name, place: source.placeInText(at, list.at), ...(within === undefined ? {} : { within }) })),
  );
}

/** The lists named in a value that could not be checked: in each of its texts that is a pattern. */
export function listReferencesAsWritten(value: unknown, source: YamlSource, path: readonly PropertyKey[], within?: string): ListReference[] {
  if (typeof value === 'string') {
    const parsed = parsePattern(value);
    return parsed.ok ? listReferences(parsed.pattern, source, path, within) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const members: [PropertyKey, unknown][] = Array.isArray(value) ? value.map((item: unknown, index) => [index, item]) : Object.entries(value);
  return members.flatMap(([key, item]) => listReferencesAsWritten(item, source, [...path, key], within));
}

/** Lists that are named but do not exist, and lists that contain themselves. */
export function listProblems(lists: readonly string[], references: readonly ListReference[]): RulebookProblem[] {
  return references.flatMap((reference): RulebookProblem[] => {
    const found = `@${reference.name}`;
    if (!lists.includes(reference.name)) {
      const allowed = lists.map((one) => `@${one}`);
      return [{ ...reference.place, message: 'liste inconnue', found, allowed, ...nearestOf(found, allowed) }];
    }
    const circular = reference.within !== undefined && reach(reference.name, references).has(reference.within);
    return circular ? [{ ...reference.place, message: `une liste ne peut pas se contenir elle-même (« ${reference.within} »)`, found }] : [];
  });
}

/** Commitments that rules serve but that do not exist. */
export function commitmentProblems(allowed: readonly string[], references: References['commitments']): RulebookProblem[] {
  return references
    .filter(({ name }) => !allowed.includes(name))
    .map(({ name, place }) => ({ ...place, message: 'engagement inconnu (serves)', found: name, allowed, ...nearestOf(name, allowed) }));
}

/** A list and all that it contains. */
function reach(name: string, references: readonly ListReference[]): Set<string> {
  const seen = new Set([name]);
  for (const current of seen) for (const one of references) if (one.within === current) seen.add(one.name);
  return seen;
}

type ListNode = Extract<PatternNode, { type: 'list' }>;

function listsIn(node: PatternNode): ListNode[] {
  switch (node.type) {
    case 'list':
      return [node];
    case 'sequence':
      return node.items.flatMap(listsIn);
    case 'choice':
      return node.options.flatMap(listsIn);
    case 'optional':
      return listsIn(node.item);
    default:
      return [];
  }
}

const isPattern = (value: object): value is Pattern => 'root' in value && 'text' in value;

/** Every pattern in a rule, wherever its kind keeps it, with the path to it. */
export function patternsAt(value: unknown, path: readonly PropertyKey[]): { pattern: Pattern; path: readonly PropertyKey[] }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => patternsAt(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  if (isPattern(value)) return [{ pattern: value, path }];
  return Object.entries(value).flatMap(([key, item]) => patternsAt(item, [...path, key]));
}

/** Every pattern in a rule. */
export const patternsIn = (value: unknown): Pattern[] => patternsAt(value, []).map(({ pattern }) => pattern);
