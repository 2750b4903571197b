import { NUMERIC } from '../engine/token-stream.js';
import { foldText } from '../engine/fold-table.js';
import { analyse } from '../analyse.js';
import { KINDS } from '../kinds/index.js';
import { describeCore, farthest } from '../pattern/describe-pattern.js';
import type { SeenWord } from '../pattern/describe-pattern.js';
import { expandPattern } from '../pattern/expand-pattern.js';
import { loadLexicon } from '../read/index.js';
import { compileRulebook } from './compile-rulebook.js';
import type { Example } from './example.js';
import { patternsIn } from './references.js';
import { interactionOf } from './prove-rulebook.js';
import type { Rule, Rulebook } from './rulebook.js';

export interface PatternExplanation {
  readonly pattern: string;
  /** Which words each place of it takes. */
  readonly understood: string;
  /** UTF-16 spans of the text where it matches. */
  readonly matches: readonly (readonly [number, number])[];
  /** When it does not: how far it got and what it needed next. */
  readonly stopped?: string;
}

export interface RuleExplanation {
  readonly ruleId: string;
  /** In French, what the rule looks for. */
  readonly understood: string;
  readonly patterns: readonly PatternExplanation[];
  /** Keys of the rule without which it would have fired. */
  readonly heldBackBy: readonly string[];
  readonly fires: boolean;
  readonly notChecked?: string;
}

/**
 * How a rule was understood, and why a text, as one turn of the rule's speaker, makes it fire or not, step by step.
 * Undefined when the rulebook has no such rule.
 */
export function explainRule(rulebook: Rulebook, ruleId: string, text: string): RuleExplanation | undefined {
  const rule = rulebook.rules.find((one) => one.id === ruleId);
  if (rule === undefined) return undefined;
  const kind = KINDS.find((one) => one.name === rule.kind)!;
  const { fires, notChecked } = tryRule(rulebook, rule, text);
  const conditions = Object.keys(rule.spec).filter((key) => CONDITIONS.has(key));
  return {
    ruleId,
    understood: kind.explain(rule.spec, rule),
    patterns: patternsIn(rule.spec).map((pattern) => explainPattern(rulebook, pattern, text)),
    heldBackBy: fires ? [] : conditions.filter((key) => tryRule(rulebook, withoutKey(rule, key), text).fires),
    fires,
    ...(notChecked === undefined ? {} : { notChecked }),
  };
}

const CONDITIONS = new Set(['unless', 'near', 'not-near', 'followed-by', 'not-followed-by', 'preceded-by', 'not-preceded-by', 'where', 'at-least', 'except-quoting', 'min-words']);

function withoutKey(rule: Rule, key: string): Rule {
  return { ...rule, spec: Object.fromEntries(Object.entries(rule.spec).filter(([name]) => name !== key)) };
}

function tryRule(rulebook: Rulebook, rule: Rule, text: string): { fires: boolean; notChecked?: string } {
  const compiled = compileRulebook({ ...rulebook, rules: [rule] });
  const example: Example = { turns: [{ role: null, text }], brackets: [] };
  const { findings, notChecked } = analyse(interactionOf(rule, example), compiled, 'explication', { language: rulebook.language });
  return { fires: findings.length > 0, ...(notChecked[0] === undefined ? {} : { notChecked: notChecked[0].reason }) };
}

function explainPattern(rulebook: Rulebook, pattern: ReturnType<typeof patternsIn>[number], text: string): PatternExplanation {
  const core = expandPattern(pattern, { lexicon: loadLexicon(), list: (name) => rulebook.lists[name] });
  const { matcher } = compileRulebook({ ...rulebook, rules: [] }, undefined, [pattern]);
  matcher.clear();
  matcher.addTurn(text);
  matcher.run();
  const { stream } = matcher;
  const matches = matcher.matches(0).map(({ start, end }): [number, number] => [stream.starts[start]!, stream.ends[end - 1]!]);
  const understood = describeCore(core.root);
  if (matches.length > 0) return { pattern: pattern.text, understood, matches };
  const words = Array.from({ length: stream.count }, (_, token): SeenWord => {
    const written = matcher.wordAt(token);
    return { written, folded: foldText(written) || written, numeric: (stream.flags[token]! & NUMERIC) !== 0 };
  });
  const { start, end, expected } = farthest(core.root, words);
  const row = words.slice(start, end).map((word) => word.written).join(' ');
  const next = words[end] === undefined ? 'fin du texte' : `« ${words[end].written} »`;
  const stopped = row === '' ? `rien ne commence comme lui (il attend : ${expected})` : `suivi jusqu'à « ${row} », puis attendait ${expected} et a trouvé ${next}`;
  return { pattern: pattern.text, understood, matches, stopped };
}
