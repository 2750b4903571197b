import { type Contradiction, type CounterEvidence, type Finding, type HistoryFinding, type HistoryJudge, type Pledge, type Settlement, type Statement, contentHash, stableId } from '#domain';
import { tellMoment } from '../pledges/relations/detail.js';
import { relate } from '../pledges/relations/relate.js';
import { FARTHEST_MS } from '../pledges/relations/same-matter.js';
import type { CompiledRule, CompiledRulebook } from '../rulebook/compile-rulebook.js';

/** Judges histories by the rules of a rulebook that look over time; null when it has none. */
export function historyJudge({ rules }: CompiledRulebook): HistoryJudge | null {
  const looking = rules.filter(({ check }) => check.over !== undefined);
  if (looking.length === 0) return null;
  return {
    hash: contentHash([VERSION, looking.map(({ rule }) => [deciding(rule), rule.why, rule.instead, rule.serves])]),
    rules: new Map(looking.map(({ rule }) => [rule.id, contentHash(deciding(rule))])),
    reachMs: FARTHEST_MS,
    judge: (history, change, asOf) => {
      const relations = relate(history, asOf, change);
      const given = new Map(history.statements.flatMap((one) => (one.kind === 'pledge' ? [[one.id, one]] : [])));
      return {
        ...relations,
        findings: [
          ...relations.contradictions.flatMap((one) => looking.filter(({ check }) => check.over!.contradicts(one)).map(({ rule }) => ofContradiction(rule, one))),
          ...relations.settlements.flatMap((settlement) => {
            const pledge = given.get(settlement.pledgeId)!;
            return looking.filter(({ check }) => check.over!.settles(pledge, settlement)).map(({ rule }) => ofSettlement(rule, pledge, settlement));
          }),
        ],
      };
    },
  };
}

/** Judges by no rule: what is known of a history is kept up, and no finding comes of it. For what a rulebook that dropped its rules over time left behind. */
export const judgeOfNoRules: HistoryJudge = {
  hash: '',
  rules: new Map(),
  reachMs: FARTHEST_MS,
  judge: (history, change, asOf) => ({ ...relate(history, asOf, change), findings: [] }),
};

type Rule = CompiledRule['rule'];

/** Raised when the same rules come to other verdicts: histories are then judged again at the next start. */
const VERSION = 3;

const deciding = ({ id, severity, polarity, speaker, channels, spec }: Rule) => ({ id, severity, polarity, speaker, channels, spec });

const ofContradiction = (rule: Rule, { id, kind, earlier, later, detail }: Contradiction): HistoryFinding => ({
  interactionId: later.interactionId,
  relationId: id,
  at: later.at,
  finding: { ...findingOf(rule, [kind, placeOf(earlier)], later, detail), against: counterEvidence(earlier), confidence: Math.min(earlier.confidence, later.confidence) },
});

const ofSettlement = (rule: Rule, pledge: Pledge, { status }: Settlement): HistoryFinding => ({
  interactionId: pledge.interactionId,
  relationId: pledge.id,
  at: pledge.at,
  finding: findingOf(rule, [], pledge, status === 'broken' || status === 'unheard' ? `Promis pour le ${tellMoment(pledge.deadline!.by!)} ; rien ne montre que ce fut fait.` : 'Promis, et fait.'),
});

/**
 * One id for each rule and the words it is about, whatever their revision: judging again gives the same finding, and a reviewer's verdict
 * stays with the words.
 */
function findingOf(rule: Rule, beside: readonly string[], statement: Statement, detail: string): Finding {
  return {
    id: stableId('history-finding', rule.id, placeOf(statement), ...beside),
    ruleId: rule.id,
    polarity: rule.polarity,
    severity: rule.severity,
    commitment: rule.serves,
    ...(statement.agentRef === undefined ? {} : { agentRef: statement.agentRef }),
    evidence: [statement.evidence],
    explanation: `${rule.why} ${detail}`,
    ...(rule.instead.length > 0 ? { instead: rule.instead.join(' / ') } : {}),
    confidence: statement.confidence,
  };
}

const placeOf = ({ interactionId, evidence: { turn, start, end, quote } }: Statement): string => [interactionId, turn, start, end, quote].join('|');

const counterEvidence = ({ interactionId, channel, at, agentRef, evidence }: Statement): CounterEvidence => ({
  interactionId,
  channel,
  at,
  ...(agentRef === undefined ? {} : { agentRef }),
  evidence: [evidence],
});
