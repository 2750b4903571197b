import type { RuleDescription, RulebookDescription } from '#domain';
import { compileApplicability } from '../conditions/applicability.js';
import { Matcher } from '../engine/matcher.js';
import { KINDS } from '../kinds/index.js';
import type { Check, CompileContext } from '../kinds/kind.js';
import type { Pattern } from '../pattern/pattern-node.js';
import { expandPattern } from '../pattern/expand-pattern.js';
import type { Forms } from '../pattern/expand-pattern.js';
import { loadLexicon } from '../read/index.js';
import { nameTest } from '../reading/name-test.js';
import type { Reading } from '../reading/reading.js';
import type { Rule, Rulebook } from './rulebook.js';

/** A rule ready to run. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly check: Check;
  readonly applies: (reading: Reading) => boolean;
  /** A turn of an unknown speaker leaves it undecided. */
  readonly judgesAbsence: boolean;
}

/** A rulebook ready to run: one automaton for all its patterns. Holds buffers: one analysis at a time. */
export interface CompiledRulebook {
  readonly description: RulebookDescription;
  readonly rules: readonly CompiledRule[];
  readonly ruleById: ReadonlyMap<string, Rule>;
  readonly matcher: Matcher;
  /** Pattern id → indexes of the rules it wakes. */
  readonly wakes: ReadonlyMap<number, readonly number[]>;
  /** Indexes of the rules that run on every interaction. */
  readonly always: readonly number[];
  /** Whether a rule looks at what agents undertake. */
  readonly readsStatements: boolean;
}

/** Compiles a loaded rulebook. `lexicon` defaults to the French one; `extra` patterns get the first ids of the matcher, in order. */
export function compileRulebook(rulebook: Rulebook, lexicon: Forms = loadLexicon(), extra: readonly Pattern[] = []): CompiledRulebook {
  const matcher: Matcher = new Matcher(nameTest(loadLexicon(), (token) => matcher.wordAt(token)));
  const expansion = { lexicon, list: (name: string) => rulebook.lists[name] };
  const ids = new Map<string, number>();
  const context: CompileContext = {
    policy: rulebook.policy,
    phrases: (patterns) =>
      (patterns ?? []).map((pattern) => {
        let id = ids.get(pattern.text);
        if (id === undefined) ids.set(pattern.text, (id = matcher.add(expandPattern(pattern, expansion))));
        return id;
      }),
  };
  context.phrases(extra);
  const kinds = new Map(KINDS.map((kind) => [kind.name, kind]));
  const rules = rulebook.rules.map((rule): CompiledRule => {
    const kind = kinds.get(rule.kind)!;
    return {
      rule,
      check: kind.compile(rule.spec, rule, context),
      applies: applicability(rule, context),
      judgesAbsence: kind.judgesAbsence(rule.spec, rule),
    };
  });
  matcher.freeze();
  const wakes = new Map<number, number[]>();
  const always: number[] = [];
  rules.forEach(({ check }, index) => {
    if (check.wakes === undefined) always.push(index);
    for (const pattern of check.wakes ?? []) {
      const woken = wakes.get(pattern);
      if (woken === undefined) wakes.set(pattern, [index]);
      else woken.push(index);
    }
  });
  return { description: describe(rulebook), rules, ruleById: new Map(rulebook.rules.map((rule) => [rule.id, rule])), matcher, wakes, always, readsStatements: rules.some(({ check }) => check.reads === 'statements') };
}

function applicability(rule: Rule, context: CompileContext): (reading: Reading) => boolean {
  const when = rule.when === undefined ? null : compileApplicability(rule.when, context);
  const unless = rule.notApplicableWhen === undefined ? null : compileApplicability(rule.notApplicableWhen, context);
  return (reading) => rule.channels.includes(reading.channel) && (when === null || when(reading)) && (unless === null || !unless(reading));
}

function describe(rulebook: Rulebook): RulebookDescription {
  const { name, version, hash, language, promise, commitments } = rulebook;
  const policy = rulebook.policy.map(({ id, act, says }) => ({ id, act, says }));
  return { name, version, hash, language, promise, commitments, rules: rulebook.rules.map(describeRule), policy };
}

function describeRule(rule: Rule): RuleDescription {
  const { id, kind, polarity, severity, serves, why, instead, speaker, channels } = rule;
  return { id, kind, polarity, severity, serves, why, speaker, channels, ...(instead.length > 0 ? { instead: instead.join(' / ') } : {}) };
}
