import { CHANNELS } from '#domain';
import type { z } from 'zod';
import { KINDS } from '../kinds/index.js';
import { nearestOf } from './nearest-word.js';
import { listReferences } from './references.js';
import type { References } from './references.js';
import { RULE_KEYS, RULE_SCHEMAS } from './rule-schema.js';
import type { Rule, RulebookProblem, SourcePlace } from './rulebook.js';
import { schemaProblems } from './schema-problems.js';
import type { YamlSource } from './yaml-source.js';

/** The rules of a file, each checked by its kind; what is wrong goes to `problems`, what they name to `references`. */
export function readRules(source: YamlSource, written: readonly Record<string, unknown>[] | undefined, problems: RulebookProblem[], references: References): Rule[] {
  const kinds = [...RULE_SCHEMAS.keys()];
  return (written ?? []).flatMap((rule, index) => {
    const path = ['rules', index];
    const kind = rule['kind'];
    const schema = typeof kind === 'string' ? RULE_SCHEMAS.get(kind) : undefined;
    if (schema === undefined) {
      const found = typeof kind === 'string' ? kind : JSON.stringify(kind);
      if (kind === undefined) problems.push({ ...source.place(path), message: 'clé obligatoire « kind » absente', allowed: kinds });
      else problems.push({ ...source.place([...path, 'kind']), message: 'genre de règle inconnu', found, allowed: kinds, ...nearestOf(found, kinds) });
      return [];
    }
    const parsed = schema.safeParse(rule);
    if (!parsed.success) {
      problems.push(...schemaProblems(parsed.error.issues, source, path));
      return [];
    }
    const read = readRule(parsed.data, source.place(path));
    const trouble = KINDS.find((one) => one.name === kind)!.trouble(read.spec);
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

type CommonKeys = z.infer<z.ZodObject<typeof RULE_KEYS>>;

/** A checked rule, with its defaults filled in and the keys of its kind set apart. */
function readRule(data: Record<string, unknown>, place: SourcePlace): Rule {
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
    flags: common.flags,
    passes: common.passes,
    polarity: common.polarity ?? 'violation',
    speaker: common.speaker ?? 'agent',
    channels: common.channels ?? CHANNELS,
    instead: common.instead ?? [],
    yieldsTo: common['yields-to'] ?? [],
    ...(when === undefined ? {} : { when }),
    ...(notApplicableWhen === undefined ? {} : { notApplicableWhen }),
    spec,
    place,
  };
}
