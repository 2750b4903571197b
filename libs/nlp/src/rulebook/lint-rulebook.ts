import { compileRulebook } from './compile-rulebook.js';
import type { CompiledRulebook } from './compile-rulebook.js';
import type { Example } from './example.js';
import { duplicates, shareChannel } from './lint/duplicates.js';
import { judge } from './lint/judge.js';
import { warning } from './lint/rule-warning.js';
import type { RuleWarning } from './lint/rule-warning.js';
import { toldTwice } from './lint/told-twice.js';
import { unknownLemmas } from './lint/unknown-lemmas.js';
import { unreachable } from './lint/unreachable.js';
import type { Rule, Rulebook } from './rulebook.js';

/** A rule that fires on more than this share of what the rulebook calls good is suspect. */
const TOO_MANY = 0.1;
const FEWEST = 5;

/** Finds rules that contradict or repeat one another, that can never fire, or that fire on much of what the rulebook calls good. */
export function lintRulebook(rulebook: Rulebook): RuleWarning[] {
  const compiled = compileRulebook(rulebook);
  return [...duplicates(rulebook.rules), ...toldTwice(rulebook.rules, compiled), ...contradictions(rulebook.rules, compiled), ...opposedRegisters(rulebook.rules), ...unreachable(rulebook), ...unknownLemmas(rulebook.rules), ...overFiring(rulebook.rules, compiled)];
}

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

/** « tu » asked for by one rule and « vous » by another, of the same person in the same place. */
function opposedRegisters(rules: readonly Rule[]): RuleWarning[] {
  const asking = rules.filter((rule) => rule.kind === 'register' && rule.polarity === 'violation' && rule.when === undefined && rule.notApplicableWhen === undefined && rule.spec['expect'] !== 'stable');
  return asking.flatMap((rule, index) => {
    const other = asking.slice(0, index).find((one) => one.speaker === rule.speaker && one.spec['expect'] !== rule.spec['expect'] && shareChannel(one, rule));
    return other === undefined ? [] : [warning(rule, 'contradictory', `demande « ${String(rule.spec['expect'])} », et ${other.id} demande « ${String(other.spec['expect'])} »`)];
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
