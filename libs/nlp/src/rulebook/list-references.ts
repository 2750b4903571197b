import type { Pattern, PatternNode } from '../pattern/pattern-node.js';
import { nearestWord } from './nearest-word.js';
import type { Rulebook, RulebookProblem } from './rulebook.js';

/** Lists that patterns name but that do not exist, and lists that contain themselves. */
export function listProblems(rulebook: Rulebook): RulebookProblem[] {
  const names = Object.keys(rulebook.lists);
  const problems: RulebookProblem[] = [];
  for (const rule of rulebook.rules) {
    for (const pattern of patternsIn([rule.spec, rule.when, rule.notApplicableWhen])) {
      for (const name of listsIn(pattern.root)) {
        if (names.includes(name)) continue;
        const near = nearestWord(name, names);
        problems.push({ ...rule.place, message: `liste inconnue dans « ${pattern.text} »`, found: `@${name}`, allowed: names.map((one) => `@${one}`), ...(near === undefined ? {} : { nearest: `@${near}` }) });
      }
    }
  }
  const place = rulebook.rules[0]?.place ?? { file: 'rulebook.yaml', line: 1, column: 1 };
  for (const name of names) {
    const used = reach(name, rulebook);
    if (used.has(name)) problems.push({ ...place, message: 'une liste ne peut pas se contenir elle-même', found: `@${name}` });
    for (const other of used) if (!names.includes(other)) problems.push({ ...place, message: `liste inconnue dans la liste « ${name} »`, found: `@${other}` });
  }
  return problems;
}

function reach(name: string, rulebook: Rulebook): Set<string> {
  const seen = new Set<string>();
  const open = [name];
  for (const current of open) {
    for (const pattern of rulebook.lists[current] ?? []) {
      for (const used of listsIn(pattern.root)) {
        if (seen.has(used)) continue;
        seen.add(used);
        open.push(used);
      }
    }
  }
  return seen;
}

function listsIn(node: PatternNode): string[] {
  switch (node.type) {
    case 'list':
      return [node.name];
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

/** Every pattern in a rule, wherever its kind keeps it. */
export function patternsIn(value: unknown): Pattern[] {
  if (Array.isArray(value)) return value.flatMap(patternsIn);
  if (typeof value !== 'object' || value === null) return [];
  if (isPattern(value)) return [value];
  return Object.values(value).flatMap(patternsIn);
}
