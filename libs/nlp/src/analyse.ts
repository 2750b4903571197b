import { findingIdOf, interactionIdOf } from '#domain';
import type { Analysis, Finding, Interaction, NotChecked, Statement } from '#domain';
import { toFinding } from './findings/to-finding.js';
import { withoutYielded } from './findings/yielding.js';
import { statementsOf } from './history/statements-of.js';
import type { RawFinding } from './kinds/kind.js';
import { contactReasonOf } from './reasons/contact-reason-of.js';
import { readInteraction } from './reading/read-interaction.js';
import type { ReadOptions } from './reading/read-interaction.js';
import type { Reading } from './reading/reading.js';
import type { CompiledRule, CompiledRulebook } from './rulebook/compile-rulebook.js';

/**
 * What the rulebook makes of an interaction. Deterministic: the same rulebook and interaction give the same findings, in
 * rulebook order, then by place. Rules that could not run are in `notChecked`; no rule makes this throw.
 */
export function analyse(interaction: Interaction, compiled: CompiledRulebook, organisationId: string, options: ReadOptions = {}): Analysis {
  const { description, matcher } = compiled;
  const interactionId = interactionIdOf(organisationId, interaction.source, interaction.externalId);
  const extract = (read: Reading): readonly Statement[] => statementsOf(read, interactionId, options.timeZone ?? 'Europe/Paris');
  const reading = readInteraction(interaction, matcher, { expected: description.language, ...options }, extract);
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  const foreign = foreignLanguage(reading, description.language);
  const idOf = (ruleId: string, place: { turn: number; start: number; end: number }): string =>
    findingIdOf(organisationId, interactionId, interaction.revision, ruleId, place);
  for (const index of rulesToRun(compiled, reading, foreign)) {
    const rule = compiled.rules[index]!;
    const outcome = foreign ?? runRule(rule, reading);
    if (typeof outcome === 'string') notChecked.push({ ruleId: rule.rule.id, reason: outcome });
    else findings.push(...outcome.map((raw) => toFinding(raw, rule.rule, reading, idOf)));
  }
  const { name, version, hash } = description;
  const contactReason = contactReasonOf(reading);
  return {
    rulebook: { name, version, hash },
    findings: withoutYielded(findings, compiled.ruleById),
    notChecked,
    language: reading.language,
    ...(contactReason === null ? {} : { contactReason }),
    zones: reading.turns.flatMap((turn) => turn.zones),
    ...(compiled.readsStatements ? { statements: foreign === null ? statementsIn(reading) : [] } : {}),
  };
}

/** None where reading them failed: the rules that look at them are then reported as not checked, and the others stand. */
function statementsIn(reading: Reading): readonly Statement[] {
  try {
    return reading.statements();
  } catch {
    return [];
  }
}

/** Indexes of the rules that may have something to say, ascending. */
function rulesToRun(compiled: CompiledRulebook, reading: Reading, foreign: string | null): readonly number[] {
  const unknown = reading.turns.some((turn) => turn.role === 'unknown' && turn.spoken);
  // Whether a rule could run has to be told for each of them, even for those that no words woke.
  if (foreign !== null || unknown) return compiled.rules.map((_, index) => index).filter((index) => channelFits(compiled.rules[index]!, reading));
  const woken = new Set(compiled.always);
  for (const pattern of compiled.matcher.matched()) for (const index of compiled.wakes.get(pattern) ?? []) woken.add(index);
  return [...woken].sort((a, b) => a - b);
}

const channelFits = ({ rule }: CompiledRule, reading: Reading): boolean => rule.channels.includes(reading.channel);

function foreignLanguage(reading: Reading, language: string): string | null {
  if (reading.language === 'und' || reading.language === language) return null;
  return `échange en « ${reading.language} », référentiel en « ${language} »`;
}

function runRule(compiled: CompiledRule, reading: Reading): readonly RawFinding[] | string {
  const { rule, check } = compiled;
  try {
    if (!compiled.applies(reading)) return [];
    const unknown = reading.turns.some((turn) => turn.role === 'unknown' && turn.spoken);
    if (unknown && (compiled.judgesAbsence || reading.turnsOf(rule.speaker).length === 0)) {
      return "des tours de parole n'ont pas de locuteur connu";
    }
    const result = check.run(reading);
    return 'notChecked' in result ? result.notChecked : result;
  } catch (error) {
    return `la règle a échoué : ${error instanceof Error ? error.message : String(error)}`;
  }
}
