import { readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { contentHash } from '#domain';
import type { Pattern } from '../pattern/pattern-node.js';
import { applyAdjustments } from './adjust.js';
import { includedFolder, packedRules } from './included-packs.js';
import { commitmentProblems, listProblems, listReferences } from './references.js';
import type { References } from './references.js';
import { chapterSchema, rulebookSchema } from './rule-schema.js';
import { readRules } from './read-rules.js';
import type { LoadedRulebook, Rule, Rulebook, RulebookProblem, SourcePlace } from './rulebook.js';
import { schemaProblems } from './schema-problems.js';
import { YamlSource } from './yaml-source.js';

/**
 * Reads <dir>/rulebook.yaml, the other .yaml files of that folder in name order, and the packs it includes.
 * Never throws for what is written wrong: every problem comes back with its file, line and column.
 */
export function loadRulebook(dir: string): LoadedRulebook {
  const problems: RulebookProblem[] = [];
  const loaded = loadFolder(dir, problems, []);
  if (loaded === null || problems.length > 0) return { ok: false, problems };
  const { rulebook, references } = loaded;
  const unresolved = [
    ...duplicateIds(rulebook.rules),
    ...commitmentProblems(Object.keys(rulebook.commitments), references.commitments),
    ...listProblems(Object.keys(rulebook.lists), references.lists),
  ];
  return unresolved.length > 0 ? { ok: false, problems: unresolved } : { ok: true, rulebook };
}

interface LoadedFolder {
  readonly rulebook: Rulebook;
  readonly references: References;
}

function loadFolder(dir: string, problems: RulebookProblem[], within: readonly string[]): LoadedFolder | null {
  const source = YamlSource.read(join(dir, 'rulebook.yaml'));
  if (Array.isArray(source)) {
    problems.push(...source);
    return null;
  }
  const head = rulebookSchema.safeParse(source.value ?? {});
  if (!head.success) {
    problems.push(...schemaProblems(head.error.issues, source, []));
    return null;
  }
  const { data } = head;
  const packs = (data.includes ?? []).flatMap((include, index) => {
    const folder = includedFolder(dir, include, within);
    if (typeof folder !== 'string') problems.push({ ...source.place(['includes', index]), found: include, ...folder });
    const loaded = typeof folder === 'string' ? loadFolder(folder, problems, [...within, normalize(dir)]) : null;
    return loaded === null ? [] : [loaded];
  });
  const references: References = { lists: packs.flatMap((pack) => pack.references.lists), commitments: packs.flatMap((pack) => pack.references.commitments) };
  const contents: unknown[] = [source.value];
  const rules = readRules(source, data.rules, problems, references);
  const lists: Record<string, readonly Pattern[]> = {};
  takeLists(source, data.lists, lists, problems, references);
  for (const chapter of chapterFiles(dir).map((file) => YamlSource.read(join(dir, file)))) {
    if (Array.isArray(chapter)) {
      problems.push(...chapter);
      continue;
    }
    contents.push(chapter.value);
    const parsed = chapterSchema.safeParse(chapter.value ?? {});
    if (!parsed.success) {
      problems.push(...schemaProblems(parsed.error.issues, chapter, []));
      continue;
    }
    rules.push(...readRules(chapter, parsed.data.rules, problems, references));
    takeLists(chapter, parsed.data.lists, lists, problems, references);
  }
  const included = packs.map((pack) => pack.rulebook);
  const adjusted = applyAdjustments(packedRules(included), data.adjust ?? {}, source, problems);
  const rulebook = {
    name: data.rulebook,
    version: data.version,
    language: data.language,
    promise: data.promise,
    commitments: merged([...included.map((pack) => pack.commitments), data.commitments ?? {}]),
    lists: merged([...included.map((pack) => pack.lists), lists]),
    rules: [...adjusted, ...rules],
    hash: contentHash({ contents, packs: included.map((pack) => pack.hash) }),
  };
  return { rulebook, references };
}

function takeLists(
  source: YamlSource,
  written: Readonly<Record<string, readonly Pattern[]>> | undefined,
  lists: Record<string, readonly Pattern[]>,
  problems: RulebookProblem[],
  references: References,
): void {
  for (const [name, list] of Object.entries(written ?? {})) {
    if (lists[name] !== undefined) problems.push({ ...source.place(['lists'], name), message: 'liste définie deux fois', found: name });
    lists[name] = list;
    references.lists.push(...listReferences(list, source, ['lists', name], name));
  }
}

/** Later ones win. */
const merged = <T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> => Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

function chapterFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'rulebook.yaml')
    .sort();
}

function duplicateIds(rules: readonly Rule[]): RulebookProblem[] {
  const first = new Map<string, SourcePlace>();
  return rules.flatMap((rule) => {
    const known = first.get(rule.id);
    if (known === undefined) {
      first.set(rule.id, rule.place);
      return [];
    }
    return [{ ...rule.place, message: `identifiant déjà pris à ${known.file}:${known.line}`, found: rule.id }];
  });
}
