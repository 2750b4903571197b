import { readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { z } from 'zod';
import { contentHash } from '#domain';
import type { Pattern } from '../pattern/pattern-node.js';
import { applyAdjustments } from './adjust.js';
import { includedFolder, packedRules } from './included-packs.js';
import { commitmentProblems, listProblems, listReferences, listReferencesAsWritten } from './references.js';
import type { NamedPlace, References } from './references.js';
import type { PolicyFact } from './policy.js';
import { chapterSchema, rulebookSchema } from './rule-schema.js';
import { readRules } from './read-rules.js';
import type { LoadedRulebook, Rulebook, RulebookProblem, SourcePlace } from './rulebook.js';
import { schemaProblems } from './schema-problems.js';
import { YamlSource } from './yaml-source.js';

/**
 * Reads <dir>/rulebook.yaml, the other .yaml files of that folder in name order, and the packs it includes.
 * Never throws for what is written wrong: every problem comes back with its file, line and column, all in one round.
 */
export function loadRulebook(dir: string): LoadedRulebook {
  const problems: RulebookProblem[] = [];
  const loaded = loadFolder(dir, problems, []);
  if (loaded === null) return { ok: false, problems };
  const { rulebook, references, names } = loaded;
  problems.push(
    ...duplicateIds([...rulebook.rules.map(({ id, place }) => ({ name: id, place })), ...references.ids]),
    ...(names.commitments === null ? [] : commitmentProblems(names.commitments, references.commitments)),
    ...(names.lists === null ? [] : listProblems(names.lists, references.lists)),
  );
  return problems.length > 0 ? { ok: false, problems: inOrder(problems) } : { ok: true, rulebook };
}

/** As they stand in each file, the files as they were read. */
function inOrder(problems: readonly RulebookProblem[]): RulebookProblem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return problems.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}

interface LoadedFolder {
  readonly rulebook: Rulebook;
  readonly references: References;
  /** What may be named, whether it could be read or not; null where that cannot be told. */
  readonly names: { readonly lists: readonly string[] | null; readonly commitments: readonly string[] | null };
}

function loadFolder(dir: string, problems: RulebookProblem[], within: readonly string[]): LoadedFolder | null {
  const source = YamlSource.read(join(dir, 'rulebook.yaml'));
  if (Array.isArray(source)) {
    problems.push(...source);
    return null;
  }
  const data = readable(rulebookSchema, source, problems);
  let isWhole = true;
  const packs = (data.includes ?? []).flatMap((include, index) => {
    const folder = includedFolder(dir, include, within);
    if (typeof folder !== 'string') problems.push({ ...source.place(['includes', index]), found: include, ...folder });
    const loaded = typeof folder === 'string' ? loadFolder(folder, problems, [...within, normalize(dir)]) : null;
    if (loaded === null) isWhole = false;
    return loaded === null ? [] : [loaded];
  });
  const references: References = { lists: packs.flatMap((pack) => pack.references.lists), commitments: packs.flatMap((pack) => pack.references.commitments), ids: packs.flatMap((pack) => pack.references.ids) };
  const contents: unknown[] = [source.value];
  const rules = readRules(source, data.rules, problems, references);
  const lists: Record<string, readonly Pattern[]> = {};
  const policy: PolicyFact[] = [];
  takePolicy(source, data.policy, policy, problems, references);
  takeLists(source, data.lists, lists, problems, references);
  const chapters = [source];
  for (const chapter of chapterFiles(dir).map((file) => YamlSource.read(join(dir, file)))) {
    if (Array.isArray(chapter)) {
      problems.push(...chapter);
      isWhole = false;
      continue;
    }
    contents.push(chapter.value);
    const parsed = readable(chapterSchema, chapter, problems);
    chapters.push(chapter);
    rules.push(...readRules(chapter, parsed.rules, problems, references));
    takeLists(chapter, parsed.lists, lists, problems, references);
    takePolicy(chapter, parsed.policy, policy, problems, references);
  }
  const included = packs.map((pack) => pack.rulebook);
  const adjusted = applyAdjustments(packedRules(included), data.adjust ?? {}, source, problems);
  const rulebook = {
    // Missing only where that is one of the problems.
    name: data.rulebook ?? '',
    version: data.version ?? '',
    language: data.language ?? '',
    promise: data.promise ?? '',
    commitments: merged([...included.map((pack) => pack.commitments), data.commitments ?? {}]),
    lists: merged([...included.map((pack) => pack.lists), lists]),
    // A fact of the same name as a pack's takes its place.
    policy: [...new Map([...included.flatMap((pack) => pack.policy), ...policy].map((fact) => [fact.id, fact])).values()],
    rules: [...adjusted, ...rules],
    hash: contentHash({ contents, packs: included.map((pack) => pack.hash) }),
  };
  return { rulebook, references, names: { lists: namesIn('lists', chapters, packs, isWhole), commitments: namesIn('commitments', [source], packs, isWhole) } };
}

/** What of a file can be read, key by key, so that a mistake in one does not hide those in the others. */
function readable<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape, z.core.$strict>, source: YamlSource, problems: RulebookProblem[]): Partial<z.infer<z.ZodObject<Shape>>> {
  const written = source.value ?? {};
  const whole = schema.safeParse(written);
  if (whole.success) return whole.data;
  problems.push(...schemaProblems(whole.error.issues, source, []));
  const wrong = new Set(whole.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1))));
  const rest = typeof written === 'object' ? Object.fromEntries(Object.entries(written).filter(([key]) => !wrong.has(key))) : {};
  const parsed = schema.partial().safeParse(rest);
  // The partial schema's own output, which the compiler does not see through a type variable.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (parsed.success ? parsed.data : {}) as Partial<z.infer<z.ZodObject<Shape>>>;
}

/** Names of what stands under a key of the files and in the packs, as written; null when some of it could not be read. */
function namesIn(key: 'lists' | 'commitments', sources: readonly YamlSource[], packs: readonly LoadedFolder[], isWhole: boolean): readonly string[] | null {
  const names: string[] = [];
  for (const pack of packs) {
    if (pack.names[key] === null) return null;
    names.push(...pack.names[key]);
  }
  for (const source of sources) {
    const written = source.valueAt([key]) ?? {};
    if (typeof written !== 'object' || Array.isArray(written)) return null;
    names.push(...Object.keys(written));
  }
  return isWhole ? names : null;
}

/** Adds the policy facts of a file; the lists that their conditions name go to `references`. */
function takePolicy(source: YamlSource, written: readonly PolicyFact[] | undefined, policy: PolicyFact[], problems: RulebookProblem[], references: References): void {
  references.lists.push(...listReferences(written ?? [], source, ['policy']));
  for (const [index, fact] of (written ?? []).entries()) {
    if (policy.some(({ id }) => id === fact.id)) problems.push({ ...source.place(['policy', index, 'id']), message: 'règle de la maison définie deux fois', found: fact.id });
    policy.push(fact);
  }
}

function takeLists(
  source: YamlSource,
  written: Readonly<Record<string, readonly Pattern[]>> | undefined,
  lists: Record<string, readonly Pattern[]>,
  problems: RulebookProblem[],
  references: References,
): void {
  if (written === undefined) {
    for (const [name, list] of Object.entries(listsAsWritten(source))) references.lists.push(...listReferencesAsWritten(list, source, ['lists', name], name));
    return;
  }
  for (const [name, list] of Object.entries(written)) {
    if (lists[name] !== undefined) problems.push({ ...source.place(['lists'], name), message: 'liste définie deux fois', found: name });
    lists[name] = list;
    references.lists.push(...listReferences(list, source, ['lists', name], name));
  }
}

/** The lists of a file that could not be checked. */
function listsAsWritten(source: YamlSource): Readonly<Record<string, unknown>> {
  const written = source.valueAt(['lists']);
  return typeof written === 'object' && written !== null ? { ...written } : {};
}

/** Later ones win. */
const merged = <T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> => Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

function chapterFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'rulebook.yaml')
    .sort();
}

function duplicateIds(ids: readonly NamedPlace[]): RulebookProblem[] {
  const known = new Map<string, SourcePlace>();
  return ids.flatMap(({ name, place }) => {
    const other = known.get(name);
    if (other === undefined) {
      known.set(name, place);
      return [];
    }
    // Rules that could not be read come last here; in one file, the later one is told.
    const [first, second] = other.file === place.file && place.line < other.line ? [place, other] : [other, place];
    return [{ ...second, message: `identifiant déjà pris à ${first.file}:${first.line}`, found: name }];
  });
}
