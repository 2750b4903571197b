import { analyse } from '../analyse.js';
import { foldText } from '../engine/fold-table.js';
import { compileRulebook } from './compile-rulebook.js';
import type { CompiledRulebook } from './compile-rulebook.js';
import type { Example } from './example.js';
import { patternsIn } from './references.js';
import { interactionOf } from './prove-rulebook.js';
import type { Rule, Rulebook, SourcePlace } from './rulebook.js';

/** Something in a rulebook that proves itself and yet is probably not meant. */
export interface RuleWarning {
  readonly ruleId: string;
  readonly place: SourcePlace;
  readonly check: 'contradictory' | 'duplicate' | 'unreachable' | 'over-firing';
  /** In French. */
  readonly message: string;
}

/** A rule that fires on more than this share of what the rulebook calls good is suspect. */
const TOO_MANY = 0.1;
const FEWEST = 5;

/** Finds rules that contradict or repeat one another, that can never fire, or that fire on much of what the rulebook calls good. */
export function lintRulebook(rulebook: Rulebook): RuleWarning[] {
  const compiled = compileRulebook(rulebook);
  return [...duplicates(rulebook.rules), ...contradictions(rulebook.rules, compiled), ...unreachable(rulebook), ...overFiring(rulebook.rules, compiled)];
}

const warning = (rule: Rule, check: RuleWarning['check'], message: string): RuleWarning => ({ ruleId: rule.id, place: rule.place, check, message });

const shareChannel = (a: Rule, b: Rule): boolean => a.channels.some((channel) => b.channels.includes(channel));

/** The same words forbidden twice: two findings for one slip. */
function duplicates(rules: readonly Rule[]): RuleWarning[] {
  const seen = new Map<string, Rule[]>();
  const warnings: RuleWarning[] = [];
  for (const rule of rules.filter((one) => one.kind === 'wording')) {
    for (const pattern of patternsIn(rule.spec['match'])) {
      const key = `${rule.polarity}:${rule.speaker}:${foldedPattern(pattern.text)}`;
      const others = seen.get(key) ?? [];
      const twin = others.find((other) => other === rule || shareChannel(other, rule));
      if (twin !== undefined) warnings.push(warning(rule, 'duplicate', `« ${pattern.text} » est déjà dans ${twin === rule ? 'cette règle' : twin.id}`));
      seen.set(key, [...others, rule]);
    }
  }
  return warnings;
}

/** Letters folded, signs of the language kept: « [a] b » is not « a b ». */
const foldedPattern = (text: string): string => text.replace(/[\p{L}\p{M}]+/gu, foldText).replaceAll('’', "'").replace(/\s+/g, ' ').trim();

/** Words praised by one rule and blamed by another. */
function contradictions(rules: readonly Rule[], compiled: CompiledRulebook): RuleWarning[] {
  return rules
    .filter((rule) => rule.polarity === 'merit')
    .flatMap((rule) =>
      rule.flags.flatMap((example) => {
        const { findings } = judge(rule, example, compiled);
        const praised = findings.filter((finding) => finding.ruleId === rule.id).flatMap((finding) => finding.evidence);
        const blamed = findings.filter(
          (finding) =>
            finding.polarity === 'violation' &&
            finding.evidence.some((one) => one.sense === 'said' && praised.some((other) => other.turn === one.turn && one.start < other.end && other.start < one.end)),
        );
        return blamed.map((finding) => warning(rule, 'contradictory', `« ${finding.evidence[0]!.quote} » est aussi un écart pour ${finding.ruleId}`));
      }),
    );
}

/** Patterns whose own words, said alone, never make the rule fire because its `unless` always takes them back. */
function unreachable(rulebook: Rulebook): RuleWarning[] {
  return rulebook.rules
    .filter((rule) => rule.kind === 'wording' && rule.spec['unless'] !== undefined)
    .flatMap((rule) => {
      const bare: Rule = { ...rule, spec: { match: rule.spec['match'], unless: rule.spec['unless'] } };
      const { when: _when, notApplicableWhen: _never, ...always } = bare;
      const compiled = compileRulebook({ ...rulebook, rules: [always] });
      return patternsIn(rule.spec['match'])
        .filter((pattern) => /^[\p{L}\p{M}\s'’-]+$/u.test(pattern.text))
        .filter((pattern) => judge(rule, { turns: [{ role: null, text: pattern.text }], brackets: [] }, compiled).findings.length === 0)
        .map((pattern) => warning(rule, 'unreachable', `« ${pattern.text} » est toujours repris par « unless »`));
    });
}

function overFiring(rules: readonly Rule[], compiled: CompiledRulebook): RuleWarning[] {
  const fired = new Map<string, number>();
  let good = 0;
  for (const rule of rules) {
    const examples: Example[] = rule.instead.map((text) => ({ turns: [{ role: null, text }], brackets: [] }));
    for (const example of [...rule.passes, ...examples]) {
      good += 1;
      const { findings } = judge(rule, example, compiled);
      const said = findings.filter((finding) => finding.polarity === 'violation' && finding.evidence.every((one) => one.sense === 'said'));
      for (const id of new Set(said.map((finding) => finding.ruleId))) fired.set(id, (fired.get(id) ?? 0) + 1);
    }
  }
  return rules
    .filter((rule) => (fired.get(rule.id) ?? 0) >= FEWEST && fired.get(rule.id)! / good > TOO_MANY)
    .map((rule) => warning(rule, 'over-firing', `se déclenche sur ${fired.get(rule.id)} des ${good} textes que le référentiel donne pour bons`));
}

const judge = (rule: Rule, example: Example, compiled: CompiledRulebook): ReturnType<typeof analyse> =>
  analyse(interactionOf(rule, example), compiled, 'relecture', { language: compiled.description.language });
