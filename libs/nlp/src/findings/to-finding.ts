import type { Evidence, Finding } from '#domain';
import type { Place, RawFinding } from '../kinds/kind.js';
import type { Reading } from '../reading/reading.js';
import type { Rule } from '../rulebook/rulebook.js';
import { confidenceOf } from './confidence.js';
import { wholeWords } from './whole-words.js';

/** A rule's raw result with what every finding has: id, evidence with its words, the agent, why, confidence. */
export function toFinding(
  raw: RawFinding,
  rule: Rule,
  reading: Reading,
  idOf: (ruleId: string, place: Place) => string,
): Finding {
  const extracts = raw.places.map((place): Evidence => {
    const { text } = reading.turns[place.turn]!;
    const { start, end } = wholeWords(text, place);
    return { turn: place.turn, start, end, quote: text.slice(start, end), sense: place.sense ?? 'said' };
  });
  // Two places in one written word (« fais » and « -toi ») are one extract.
  const evidence = extracts.filter((one, index) => index === 0 || !isSamePlace(one, extracts[index - 1]!));
  const agentRef = agentOf(raw.places[0]!, reading);
  return {
    id: idOf(rule.id, raw.places[0]!),
    ruleId: rule.id,
    polarity: rule.polarity,
    severity: rule.severity,
    commitment: rule.serves,
    ...(agentRef === undefined ? {} : { agentRef }),
    evidence,
    explanation: raw.detail === undefined ? rule.why : `${rule.why} ${raw.detail}`,
    ...(rule.instead.length > 0 ? { instead: rule.instead.join(' / ') } : {}),
    confidence: confidenceOf(evidence, reading.interaction),
  };
}

const isSamePlace = (a: Evidence, b: Evidence): boolean => a.turn === b.turn && a.start === b.start && a.end === b.end;

/** The agent who spoke there, or, on another's turn, the only agent of the interaction. */
function agentOf(place: Place, reading: Reading): string | undefined {
  const { participants, turns } = reading.interaction;
  const speaker = participants.find((participant) => participant.id === turns[place.turn]!.participantId);
  if (speaker?.role === 'agent') return speaker.ref;
  const agents = participants.filter((participant) => participant.role === 'agent');
  return agents.length === 1 ? agents[0]!.ref : undefined;
}
