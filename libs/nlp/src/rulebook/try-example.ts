import { type Evidence, type Finding, type Interaction, type Statement, interactionIdOf, stableId } from '#domain';
import { analyse } from '../analyse.js';
import { historyJudge } from '../history/history-judge.js';
import type { CompiledRulebook } from './compile-rulebook.js';
import type { Example } from './example.js';
import type { Rule } from './rulebook.js';

const ORGANISATION = 'preuve';

export interface TriedExample {
  /** Of every rule; `turn` counts through all interactions of the example, and what is held against it is evidence too. */
  readonly findings: readonly Finding[];
  /** Why the rule in question could not run. */
  readonly notChecked?: string;
}

/** What the rulebook makes of an example, whether it is one interaction or several of one customer. */
export function tryExample(compiled: CompiledRulebook, rule: Rule, example: Example): TriedExample {
  const options = { language: compiled.description.language };
  const interactions = example.history === undefined ? [interactionOf(rule, example)] : interactionsOf(rule, example);
  const analyses = interactions.map((interaction) => analyse(interaction, compiled, ORGANISATION, options));
  const notChecked = analyses.flatMap((analysis) => analysis.notChecked).find(({ ruleId }) => ruleId === rule.id)?.reason;
  const starts = startsOf(interactions);
  const alone = analyses.flatMap(({ findings }, index) => findings.map((finding) => ({ ...finding, evidence: moved(finding.evidence, starts[index]!) })));
  return { findings: [...alone, ...overTime(compiled, example, interactions, analyses.flatMap(({ statements = [] }) => statements), starts)], ...(notChecked === undefined ? {} : { notChecked }) };
}

function overTime(compiled: CompiledRulebook, example: Example, interactions: readonly Interaction[], statements: readonly Statement[], starts: readonly number[]): Finding[] {
  const judge = historyJudge(compiled);
  const last = interactions.at(-1);
  if (judge === null || example.history === undefined || last === undefined) return [];
  const startOf = new Map(interactions.map(({ source, externalId }, index) => [interactionIdOf(ORGANISATION, source, externalId), starts[index]!]));
  const { findings } = judge.judge({ statements, facts: [] }, { from: -Infinity, to: Infinity }, example.asOf ?? last.startedAt);
  return findings.map(({ interactionId, finding }) => ({
    ...finding,
    evidence: [
      ...(finding.against === undefined ? [] : moved(finding.against.evidence, startOf.get(finding.against.interactionId)!)),
      ...moved(finding.evidence, startOf.get(interactionId)!),
    ],
  }));
}

const moved = (evidence: readonly Evidence[], by: number): Evidence[] => evidence.map((one) => ({ ...one, turn: one.turn + by }));

/** How many turns come before those of each interaction. */
function startsOf(interactions: readonly Interaction[]): number[] {
  let start = 0;
  return interactions.map(({ turns }) => (start += turns.length) - turns.length);
}

/** The interactions of an example over time, all of one customer and case. */
function interactionsOf(rule: Rule, { history = [], turns }: Example): Interaction[] {
  let start = 0;
  return history.map((part) => {
    const own = turns.slice(start, (start += part.turns));
    const { participants, ...interaction } = interactionOf(rule, { turns: own, brackets: [], channel: part.channel });
    const named = participants.map((one) => ({ ...one, ...(one.role === 'agent' ? { ref: part.agent } : one.role === 'customer' ? { ref: 'client' } : {}) }));
    return { ...interaction, externalId: `${interaction.externalId}-${start}`, startedAt: part.at, caseRef: 'exemple', participants: named };
  });
}

/** The example as an interaction of its own. */
export function interactionOf(rule: Rule, example: Example): Interaction {
  const roles = example.turns.map((turn) => turn.role ?? rule.speaker);
  return {
    source: 'exemple',
    externalId: stableId('example', rule.id, textOf(example)),
    revision: 1,
    channel: example.channel ?? (rule.channels.length === 3 ? 'chat' : rule.channels[0]!),
    startedAt: '2026-01-05T09:00:00+01:00',
    ...(example.subject === undefined ? {} : { subject: example.subject }),
    ...(example.queue === undefined ? {} : { queue: example.queue }),
    ...(example.tags === undefined ? {} : { tags: example.tags }),
    ...(example.direction === undefined ? {} : { direction: example.direction }),
    participants: [...new Set(roles)].map((role) => ({ id: role, role })),
    turns: example.turns.map((turn, index) => ({
      id: String(index),
      participantId: roles[index]!,
      text: turn.text,
      ...(turn.atMs === undefined ? {} : { offsetMs: turn.atMs }),
    })),
  };
}

export const textOf = (example: Example): string => example.turns.map((turn) => turn.text).join(' / ');
