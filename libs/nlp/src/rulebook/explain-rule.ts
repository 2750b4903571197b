import type { Channel } from '#domain';
import { foldText } from '../engine/fold-table.js';
import { NUMERIC } from '../engine/token-stream.js';
import { analyse } from '../analyse.js';
import { KINDS } from '../kinds/index.js';
import { describeCore, farthest } from '../pattern/describe-pattern.js';
import type { SeenWord } from '../pattern/describe-pattern.js';
import { expandPattern } from '../pattern/expand-pattern.js';
import type { Pattern } from '../pattern/pattern-node.js';
import { loadLexicon } from '../read/index.js';
import { compileRulebook } from './compile-rulebook.js';
import { spokenTurns } from './example.js';
import type { Example, ExampleTurn } from './example.js';
import { patternsAt } from './references.js';
import type { Rule, Rulebook } from './rulebook.js';
import { interactionOf } from './try-example.js';

export interface PatternExplanation {
  /** The key of the rule that it stands under: `match`, `unless`, `near` … */
  readonly key: string;
  readonly pattern: string;
  /** Which words each place of it takes. */
  readonly understood: string;
  /** Where it matches; UTF-16 offsets in the text of the turn. */
  readonly matches: readonly { readonly turn: number; readonly start: number; readonly end: number; readonly quote: string }[];
  /** When it does not: how far it got and what it needed next. */
  readonly stopped?: string;
  /** How many words it followed before it stopped; 0 when not even the first one fitted. */
  readonly reached?: number;
}

export interface RuleExplanation {
  readonly ruleId: string;
  /** In French, what the rule looks for. */
  readonly understood: string;
  /** How many turns the text was read as. */
  readonly turns: number;
  readonly patterns: readonly PatternExplanation[];
  /** Keys of the rule without which it would have fired. */
  readonly heldBackBy: readonly string[];
  readonly fires: boolean;
  /** What the rule found: the words, and why. */
  readonly findings: readonly { readonly quotes: readonly string[]; readonly missing: boolean; readonly explanation: string }[];
  readonly notChecked?: string;
}

/**
 * How a rule was understood, and why a text makes it fire or not, step by step. The text is one turn of the rule's speaker, or a dialogue when
 * each line begins with a role (« client: … », « agent 1:30: … »). `channel` defaults to the first of the rule's.
 * Undefined when the rulebook has no such rule.
 */
export function explainRule(rulebook: Rulebook, ruleId: string, text: string, channel?: Channel): RuleExplanation | undefined {
  const rule = rulebook.rules.find((one) => one.id === ruleId);
  if (rule === undefined) return undefined;
  const kind = KINDS.find((one) => one.name === rule.kind)!;
  const turns = spokenTurns(text);
  const example: Example = { turns, brackets: [], ...(channel === undefined ? {} : { channel }) };
  const { findings, notChecked } = tryRule(rulebook, rule, example);
  const fires = findings.length > 0;
  const { when, notApplicableWhen, spec } = rule;
  return {
    ruleId,
    understood: kind.explain(spec, rule),
    turns: turns.length,
    patterns: patternsAt({ ...spec, when, 'not-applicable-when': notApplicableWhen }, []).map(({ pattern, path }) => explainPattern(rulebook, String(path[0]), pattern, turns)),
    heldBackBy: fires ? [] : narrowed(rule).filter(({ wider }) => tryRule(rulebook, wider, example).findings.length > 0).map(({ key }) => key),
    fires,
    findings: findings.map(({ evidence, explanation }) => ({ quotes: evidence.map((one) => one.quote), missing: evidence[0]!.sense === 'missing', explanation })),
    ...(notChecked[0] === undefined ? {} : { notChecked: notChecked[0].reason }),
  };
}

const CONDITIONS = new Set(['unless', 'near', 'not-near', 'followed-by', 'not-followed-by', 'preceded-by', 'not-preceded-by', 'where', 'at-least', 'except-quoting', 'min-words']);

/** The rule without each of its conditions in turn. */
function narrowed(rule: Rule): { key: string; wider: Rule }[] {
  const { when, notApplicableWhen, ...always } = rule;
  return [
    ...Object.keys(rule.spec).filter((key) => CONDITIONS.has(key)).map((key) => ({ key, wider: { ...rule, spec: Object.fromEntries(Object.entries(rule.spec).filter(([name]) => name !== key)) } })),
    ...(when === undefined ? [] : [{ key: 'when', wider: { ...always, notApplicableWhen } }]),
    ...(notApplicableWhen === undefined ? [] : [{ key: 'not-applicable-when', wider: { ...always, when } }]),
    ...(rule.yieldsTo.length === 0 ? [] : [{ key: 'yields-to', wider: { ...rule, yieldsTo: [] } }]),
  ];
}

function tryRule(rulebook: Rulebook, rule: Rule, example: Example): Pick<ReturnType<typeof analyse>, 'findings' | 'notChecked'> {
  const compiled = compileRulebook({ ...rulebook, rules: [rule, ...rulebook.rules.filter(({ id }) => rule.yieldsTo.includes(id))] });
  const { findings, notChecked } = analyse(interactionOf(rule, example), compiled, 'explication', { language: rulebook.language });
  return { findings: findings.filter(({ ruleId }) => ruleId === rule.id), notChecked: notChecked.filter(({ ruleId }) => ruleId === rule.id) };
}

function explainPattern(rulebook: Rulebook, key: string, pattern: Pattern, turns: readonly ExampleTurn[]): PatternExplanation {
  const core = expandPattern(pattern, { lexicon: loadLexicon(), list: (name) => rulebook.lists[name] });
  const { matcher } = compileRulebook({ ...rulebook, rules: [] }, undefined, [pattern]);
  matcher.clear();
  for (const { text } of turns) matcher.addTurn(text);
  matcher.run();
  const { stream } = matcher;
  const matches = matcher.matches(0).map(({ start, end }) => {
    const span = { turn: matcher.turnOf(start), start: stream.starts[start]!, end: stream.ends[end - 1]! };
    return { ...span, quote: turns[span.turn]!.text.slice(span.start, span.end) };
  });
  const explanation = { key, pattern: pattern.text, understood: describeCore(core.root), matches };
  if (matches.length > 0) return explanation;
  const words = Array.from({ length: stream.count }, (_, token): SeenWord => {
    const written = matcher.wordAt(token);
    return { written, folded: foldText(written) || written, numeric: (stream.flags[token]! & NUMERIC) !== 0 };
  });
  const { start, end, expected } = farthest(core.root, words);
  const row = words.slice(start, end).map((word) => word.written).join(' ');
  const next = words[end] === undefined ? 'fin du texte' : `« ${words[end].written} »`;
  const stopped = row === '' ? `rien ne commence comme lui (il attend : ${expected})` : `suivi jusqu'à « ${row} », puis attendait ${expected} et a trouvé ${next}`;
  return { ...explanation, stopped, reached: end - start };
}
