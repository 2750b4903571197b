import { CHANNELS } from '#domain';
import { z } from 'zod';
import { KINDS } from '../kinds/index.js';
import { nearestOf } from './nearest-word.js';
import { listReferences, listReferencesAsWritten } from './references.js';
import type { References } from './references.js';
import { RULE_KEYS, RULE_SCHEMAS } from './rule-schema.js';
import type { Rule, RulebookProblem } from './rulebook.js';
import { schemaProblems } from './schema-problems.js';
import type { YamlSource } from './yaml-source.js';

/** The rules of a file, each checked by its kind; what is wrong goes to `problems`, what they name to `references`. */
export function readRules(source: YamlSource, written: readonly Record<string, unknown>[] | undefined, problems: RulebookProblem[], references: References): Rule[] {
  return (written ?? []).flatMap((rule, index) => {
    const path = ['rules', index];
    const { schema, trouble: unknownKind } = schemaOf(rule, source, path);
    if (unknownKind !== null) problems.push(unknownKind);
    const parsed = schema.safeParse(rule);
    if (!parsed.success) problems.push(...schemaProblems(parsed.error.issues.filter(({ path: [key] }) => unknownKind === null || key !== 'kind'), source, path));
    if (!parsed.success || unknownKind !== null) {
      nameAsWritten(rule, source, path, references);
      return [];
    }
    const read = readRule(parsed.data, source, path);
    const trouble = KINDS.find((one) => one.name === read.kind)!.trouble(read.spec);
    if (trouble !== null) {
      const { at = [], found, allowed = [], message } = trouble;
      problems.push({ ...source.place([...path, ...at]), message, ...(found === undefined ? {} : { found, allowed, ...nearestOf(found, allowed) }) });
    }
    references.commitments.push({ name: read.serves, place: source.place([...path, 'serves']) });
    // Examples hold no patterns.
    const { flags: _flags, passes: _passes, ...patterned } = parsed.data;
    references.lists.push(...listReferences(patterned, source, path));
    return [read];
  });
}

/** By what a rule is checked: its kind's schema; for an unknown kind, that of the one it looks like by its name or its keys, else what every rule has. */
function schemaOf(rule: Readonly<Record<string, unknown>>, source: YamlSource, path: readonly PropertyKey[]): { readonly schema: z.ZodObject; readonly trouble: RulebookProblem | null } {
  const { kind } = rule;
  const kinds = [...RULE_SCHEMAS.keys()];
  const schema = typeof kind === 'string' ? RULE_SCHEMAS.get(kind) : undefined;
  if (schema !== undefined) return { schema, trouble: null };
  if (kind === undefined) return { schema: schemaByKeys(rule), trouble: { ...source.place(path), message: 'clé obligatoire « kind » absente', allowed: kinds } };
  const found = typeof kind === 'string' ? kind : JSON.stringify(kind);
  const near = nearestOf(found, kinds);
  const trouble = { ...source.place([...path, 'kind']), message: 'genre de règle inconnu', found, allowed: kinds, ...near };
  return { schema: (near.nearest === undefined ? undefined : RULE_SCHEMAS.get(near.nearest)) ?? schemaByKeys(rule), trouble };
}

/** The schema of the kind that has most of a rule's keys. */
function schemaByKeys(rule: Readonly<Record<string, unknown>>): z.ZodObject {
  const shared = KINDS.map(({ name, keys }) => ({ name, count: Object.keys(rule).filter((key) => key in keys).length }));
  const [most] = shared.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  return (most === undefined ? undefined : RULE_SCHEMAS.get(most.name)) ?? ANY_KIND;
}

const ANY_KIND = z.looseObject(RULE_KEYS);

/** What a rule that could not be read names all the same: told wrong now rather than once the rest is put right. */
function nameAsWritten(rule: Readonly<Record<string, unknown>>, source: YamlSource, path: readonly PropertyKey[], references: References): void {
  const { id, serves } = rule;
  if (typeof id === 'string') references.ids.push({ name: id, place: source.place(path) });
  if (typeof serves === 'string') references.commitments.push({ name: serves, place: source.place([...path, 'serves']) });
  for (const [key, value] of Object.entries(rule)) {
    if (key in RULE_KEYS && key !== 'when' && key !== 'not-applicable-when') continue;
    references.lists.push(...listReferencesAsWritten(value, source, [...path, key]));
  }
}

type CommonKeys = z.infer<z.ZodObject<typeof RULE_KEYS>>;

/** A checked rule, with its defaults filled in and the keys of its kind set apart. */
function readRule(data: Record<string, unknown>, source: YamlSource, path: readonly PropertyKey[]): Rule {
  const spec = Object.fromEntries(Object.entries(data).filter(([key]) => !(key in RULE_KEYS)));
  // The schema of its kind has checked these very keys.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { when, 'not-applicable-when': notApplicableWhen, ...common } = data as unknown as CommonKeys;
  return {
    id: common.id,
    kind: common.kind,
    serves: common.serves,
    why: common.why,
    severity: common.severity,
    flags: common.flags.map((example, index) => ({ ...example, place: source.place([...path, 'flags', index]) })),
    passes: common.passes.map((example, index) => ({ ...example, place: source.place([...path, 'passes', index]) })),
    polarity: common.polarity ?? 'violation',
    speaker: common.speaker ?? 'agent',
    channels: common.channels ?? CHANNELS,
    instead: common.instead ?? [],
    yieldsTo: common['yields-to'] ?? [],
    insteadPlaces: (common.instead ?? []).map((_, index) => source.place([...path, 'instead', index])),
    ...(when === undefined ? {} : { when }),
    ...(notApplicableWhen === undefined ? {} : { notApplicableWhen }),
    spec,
    place: source.place(path),
  };
}
