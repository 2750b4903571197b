import type { AnalysedInteraction, OutboxMessage } from '#domain';
import { binaryHeaders } from './cloud-event.js';
import { messageKey } from './interaction.codec.js';
import { MAX_VALUE_BYTES } from './interaction.message.js';

export const FINDINGS_TYPE = 'diapason.findings.v1';

/**
 * What the analysis of one revision found; a later revision's message replaces it whole.
 * `findings` is null when they would not fit in a message: ask the API for them.
 */
export function findingsMessage(kept: AnalysedInteraction): OutboxMessage {
  const { organisationId, interactionId, interaction, analysis } = kept;
  const told = (findings: typeof analysis.findings | null) =>
    Buffer.from(
      JSON.stringify({
        organisationId,
        interactionId,
        source: interaction.source,
        externalId: interaction.externalId,
        revision: interaction.revision,
        channel: interaction.channel,
        startedAt: interaction.startedAt,
        rulebook: analysis.rulebook,
        language: analysis.language,
        findingCount: analysis.findings.length,
        findings,
        notChecked: analysis.notChecked,
      }),
    );
  const whole = told(analysis.findings);
  return {
    stream: 'findings',
    key: messageKey(organisationId, interactionId),
    value: whole.length > MAX_VALUE_BYTES ? told(null) : whole,
    headers: binaryHeaders({
      id: `${interactionId}.${interaction.revision}.${analysis.rulebook.hash.slice(0, 16)}`,
      source: `/organisations/${organisationId}/analyses`,
      type: FINDINGS_TYPE,
      time: interaction.startedAt,
      subject: interactionId,
      organisation: organisationId,
    }),
  };
}
