import { readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { contentHash } from '#domain';
import { KINDS } from '../kinds/index.js';
import { applyAdjustments } from './adjust.js';
import { listProblems } from './list-references.js';
import { nearestWord } from './nearest-word.js';
import { chapterSchema, RULE_SCHEMAS, rulebookSchema } from './rule-schema.js';
import { readRule } from './read-rule.js';
import type { LoadedRulebook, Rule, Rulebook, RulebookProblem, SourcePlace } from './rulebook.js';
import { schemaProblems } from './schema-problems.js';
import { YamlSource } from './yaml-source.js';

const DEEPEST_INCLUDE = 8;

/**
 * Reads <dir>/rulebook.yaml, the other .yaml files of that folder in name order, and the packs it includes.
 * Never throws for what is written wrong: every problem comes back with its file, line and column.
 */
export function loadRulebook(dir: string): LoadedRulebook {
  const problems: RulebookProblem[] = [];
  const rulebook = loadFolder(dir, problems, []);
  if (rulebook === null || problems.length > 0) return { ok: false, problems };
  const duplicates = duplicateIds(rulebook.rules);
  const references = [...duplicates, ...unknownCommitments(rulebook), ...listProblems(rulebook)];
  return references.length > 0 ? { ok: false, problems: references } : { ok: true, rulebook };
}

function loadFolder(dir: string, problems: RulebookProblem[], within: readonly string[]): Rulebook | null {
  const main = join(dir, 'rulebook.yaml');
  const source = YamlSource.read(main);
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
  const packs = (data.includes ?? []).map((include, index) => {
    const folder = normalize(join(dir, include));
    if (within.includes(folder) || folder === normalize(dir) || within.length >= DEEPEST_INCLUDE) {
      problems.push({ ...source.place(['includes', index]), message: 'un référentiel ne peut pas se contenir lui-même', found: include });
      return null;
    }
    return loadFolder(folder, problems, [...within, normalize(dir)]);
  });
  const chapters = chapterFiles(dir).map((file) => YamlSource.read(join(dir, file)));
  const contents: unknown[] = [source.value];
  const rules = readRules(source, data.rules, problems);
  const lists = { ...data.lists };
  for (const chapter of chapters) {
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
    rules.push(...readRules(chapter, parsed.data.rules, problems));
    for (const [name, list] of Object.entries(parsed.data.lists ?? {})) {
      if (lists[name] !== undefined) problems.push({ ...chapter.place(['lists'], name), message: 'liste définie deux fois', found: name });
      lists[name] = list;
    }
  }
  const included = packs.filter((pack) => pack !== null);
  const adjusted = applyAdjustments(included.flatMap((pack) => pack.rules), data.adjust ?? {}, source, problems);
  return {
    name: data.rulebook,
    version: data.version,
    language: data.language,
    promise: data.promise,
    commitments: merged([...included.map((pack) => pack.commitments), data.commitments ?? {}]),
    lists: merged([...included.map((pack) => pack.lists), lists]),
    rules: [...adjusted, ...rules],
    hash: contentHash({ contents, packs: included.map((pack) => pack.hash) }),
  };
}

/** Later ones win. */
const merged = <T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> => Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

function chapterFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'rulebook.yaml')
    .sort();
}

function readRules(source: YamlSource, written: readonly Record<string, unknown>[] | undefined, problems: RulebookProblem[]): Rule[] {
  const kinds = [...RULE_SCHEMAS.keys()];
  return (written ?? []).flatMap((rule, index) => {
    const path = ['rules', index];
    const kind = rule['kind'];
    const schema = typeof kind === 'string' ? RULE_SCHEMAS.get(kind) : undefined;
    if (schema === undefined) {
      const near = typeof kind === 'string' ? nearestWord(kind, kinds) : undefined;
      const message = kind === undefined ? 'clé obligatoire « kind » absente' : 'genre de règle inconnu';
      const place = kind === undefined ? source.place(path) : source.place([...path, 'kind']);
      problems.push({ ...place, message, ...(kind === undefined ? {} : { found: typeof kind === 'string' ? kind : JSON.stringify(kind) }), allowed: kinds, ...(near === undefined ? {} : { nearest: near }) });
      return [];
    }
    const parsed = schema.safeParse(rule);
    if (!parsed.success) {
      problems.push(...schemaProblems(parsed.error.issues, source, path));
      return [];
    }
    const read = readRule(parsed.data, source.place(path));
    const trouble = KINDS.find((one) => one.name === kind)!.trouble(read.spec);
    if (trouble !== null) problems.push({ ...read.place, message: trouble });
    return [read];
  });
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

function unknownCommitments(rulebook: Rulebook): RulebookProblem[] {
  const allowed = Object.keys(rulebook.commitments);
  return rulebook.rules
    .filter((rule) => !allowed.includes(rule.serves))
    .map((rule) => {
      const near = nearestWord(rule.serves, allowed);
      return { ...rule.place, message: 'engagement inconnu (serves)', found: rule.serves, allowed, ...(near === undefined ? {} : { nearest: near }) };
    });
}
