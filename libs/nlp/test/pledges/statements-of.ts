import { type Channel, interactionIdOf, type Interaction, type Pledge, type Statement } from '#domain';
import { extractStatements } from '#nlp';

/** What an agent says in one turn, on Tuesday 3 March 2026 at 10:00 in Paris unless told otherwise. */
export function statementsOf(text: string, options: { readonly channel?: Channel; readonly at?: string } = {}): Statement[] {
  const { channel = 'chat', at = '2026-03-03T10:00:00+01:00' } = options;
  const interaction: Interaction = {
    source: 'test', externalId: '1', revision: 1, channel, startedAt: at, participants: [{ id: 'agent', role: 'agent', ref: 'agent-1' }], turns: [{ id: '1', participantId: 'agent', text }],
  };
  return extractStatements(interaction, { interactionId: interactionIdOf('test', 'test', '1') });
}

export const pledgesOf = (text: string, options: Parameters<typeof statementsOf>[1] = {}): Pledge[] => statementsOf(text, options).filter((statement) => statement.kind === 'pledge');
