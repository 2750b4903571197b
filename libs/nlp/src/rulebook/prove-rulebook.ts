import type { Finding } from '#domain';
import { KINDS } from '../kinds/index.js';
import type { CompiledRulebook } from './compile-rulebook.js';
import type { Example } from './example.js';
import { patternsIn } from './references.js';
import type { Rule, SourcePlace } from './rulebook.js';
import { textOf, tryExample } from './try-example.js';
import type { TriedExample } from './try-example.js';

/** An example, an `instead` or an id that does not hold what the rulebook says of it. */
export interface RuleFailure {
  readonly ruleId: string;
  /** Of the example or text that does not hold, else of the rule. */
  readonly place: SourcePlace;
  readonly check: 'flags' | 'passes' | 'instead' | 'id' | 'required';
  /** In French. */
  readonly message: string;
  readonly example?: string;
}

/**
 * Proves every rule on its own examples: each `flags` fires exactly once at its brackets, each `passes` does not, each `instead` passes the
 * whole rulebook, ids are unique, and no required words are forbidden by another rule. Empty when all holds.
 */
export function proveRulebook(compiled: CompiledRulebook): RuleFailure[] {
  const failures: RuleFailure[] = [];
  const seen = new Set<string>();
  for (const { rule } of compiled.rules) {
    const fail = (check: RuleFailure['check'], message: string, example?: string, place: SourcePlace = rule.place): void => {
      failures.push({ ruleId: rule.id, place, check, message, ...(example === undefined ? {} : { example }) });
    };
    if (seen.has(rule.id)) fail('id', 'identifiant en double');
    seen.add(rule.id);
    for (const example of rule.flags) proveFlag(compiled, rule, example, (message) => fail('flags', message, textOf(example), example.place));
    for (const example of rule.passes) {
      const { findings, notChecked } = judge(compiled, rule, example);
      if (findings.length > 0) fail('passes', `la règle se déclenche sur ${quotes(findings)}`, textOf(example), example.place);
      if (notChecked !== undefined) fail('passes', `la règle n'a pas pu être vérifiée : ${notChecked}`, textOf(example), example.place);
    }
    rule.instead.forEach((text, index) => proveInstead(compiled, rule, text, (message) => fail('instead', message, text, rule.insteadPlaces[index])));
    for (const pattern of requiredTexts(rule)) proveInstead(compiled, rule, pattern, (message) => fail('required', message, pattern));
  }
  return failures;
}

function proveFlag(compiled: CompiledRulebook, rule: Rule, example: Example, fail: (message: string) => void): void {
  const { findings, notChecked } = judge(compiled, rule, example);
  if (notChecked !== undefined) return fail(`la règle n'a pas pu être vérifiée : ${notChecked}`);
  if (findings.length !== 1) return fail(findings.length === 0 ? 'la règle ne se déclenche pas' : `la règle se déclenche ${findings.length} fois : ${quotes(findings)}`);
  const bracketed = KINDS.find((kind) => kind.name === rule.kind)!.bracketed;
  if (example.brackets.length === 0) return bracketed ? fail('il manque les crochets autour des mots attendus') : undefined;
  const got = findings[0]!.evidence;
  // Other kinds may have more extracts than a writer cares to bracket.
  const every = !bracketed || got.length === example.brackets.length;
  const found = example.brackets.every((bracket) =>
    got.some((evidence) => evidence.turn === bracket.turn && evidence.start === bracket.start && evidence.end === bracket.end),
  );
  if (!every || !found) {
    const expected = example.brackets.map((bracket) => `« ${example.turns[bracket.turn]!.text.slice(bracket.start, bracket.end)} »`).join(', ');
    fail(`attendu ${expected}, trouvé ${quotes(findings)}`);
  }
}

/** An alternative must not be what the rulebook forbids; what it requires elsewhere in an interaction is no matter here. */
function proveInstead(compiled: CompiledRulebook, rule: Rule, text: string, fail: (message: string) => void): void {
  for (const channel of rule.channels) {
    const example: Example = { turns: [{ role: null, text }], brackets: [], channel };
    const { findings } = tryExample(compiled, rule, example);
    const against = findings.filter((finding) => finding.polarity === 'violation' && finding.evidence.some((evidence) => evidence.sense === 'said'));
    for (const finding of against) fail(`« ${text} » déclenche ${finding.ruleId} sur ${quotes([finding])}`);
    if (against.length > 0) return;
  }
}

/** Required phrases that are plain words: they can be held against the rulebook as a sentence. */
function requiredTexts(rule: Rule): string[] {
  if (rule.polarity === 'merit') return [];
  const kind = KINDS.find((one) => one.name === rule.kind)!;
  return patternsIn(kind.requiredPhrases(rule.spec))
    .map((pattern) => pattern.text)
    .filter((text) => !/[{}()[\]<>@…|^$]|\.\.\./.test(text));
}

function judge(compiled: CompiledRulebook, rule: Rule, example: Example): TriedExample {
  const { findings, ...tried } = tryExample(compiled, rule, example);
  return { ...tried, findings: findings.filter((finding) => finding.ruleId === rule.id) };
}

const quotes = (findings: readonly Finding[]): string =>
  findings.flatMap((finding) => finding.evidence.map((evidence) => `« ${evidence.quote} »`)).join(', ');
