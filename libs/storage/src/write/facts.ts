import type { AnalysedInteraction, Interaction, InteractionFacts, Participant } from '#domain';
import { storableText } from './storable.js';

/** Refs of the agents who spoke to the customer: at least one turn that is not an internal note. In byte order. */
export function agentRefsOf(interaction: Interaction): string[] {
  const refs = speakingAgents(interaction).map(refOf);
  return [...new Set(refs.filter((ref) => ref !== null).map(storableText))].sort();
}

function speakingAgents(interaction: Interaction): Participant[] {
  const spoke = new Set(interaction.turns.filter((turn) => turn.private !== true).map((turn) => turn.participantId));
  return interaction.participants.filter((person) => person.role === 'agent' && spoke.has(person.id));
}

/** The first customer with a ref; null when the source named none. */
export const customerOf = (interaction: Interaction): Participant | null =>
  interaction.participants.find((person) => person.role === 'customer' && refOf(person) !== null) ?? null;

const refOf = (person: Participant): string | null => person.ref || null;

/** What an interaction contributes to every figure, findings as they are first detected. */
export function factsOf(item: AnalysedInteraction, day: string): InteractionFacts {
  const { interaction, analysis } = item;
  return {
    interactionId: item.interactionId,
    revision: interaction.revision,
    channel: interaction.channel,
    day,
    rulebook: { name: analysis.rulebook.name, version: analysis.rulebook.version, hash: analysis.rulebook.hash },
    agentSpoke: speakingAgents(interaction).length > 0,
    agentRefs: agentRefsOf(interaction),
    findings: findingsOf(item).map((finding) => ({
      id: finding.id,
      ruleId: finding.ruleId,
      polarity: finding.polarity,
      severity: finding.severity,
      agentRef: finding.agentRef ?? null,
      status: 'detected' as const,
    })),
    notChecked: [...new Set(analysis.notChecked.map(({ ruleId }) => ruleId))].sort(),
  };
}

/** A finding's id names its place: the same id twice is the same finding, counted once. In order of id. */
export const findingsOf = (item: AnalysedInteraction): AnalysedInteraction['analysis']['findings'] =>
  [...new Map(item.analysis.findings.map((finding) => [finding.id, finding])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
