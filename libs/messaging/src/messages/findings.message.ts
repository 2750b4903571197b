import type { OutboxMessage, ToldAnalysis } from '#domain';
import { binaryHeaders } from './cloud-event.js';
import { messageKey } from './interaction.codec.js';
import { MAX_VALUE_BYTES } from './interaction.message.js';

export const FINDINGS_TYPE = 'diapason.findings.v1';

/**
 * What is found in one interaction; a later message of the same key replaces it whole, be it that a higher revision came, or that the history
 * of its customer adds or takes back a finding. `findings` is null when they would not fit in a message: ask the API for them.
 */
export function findingsMessage(analysis: ToldAnalysis): OutboxMessage {
  const { organisationId, interactionId, revision, rulebook, startedAt, again } = analysis;
  const told = (findings: ToldAnalysis['findings'] | null) =>
    Buffer.from(
      JSON.stringify({
        organisationId,
        interactionId,
        source: analysis.source,
        externalId: analysis.externalId,
        revision,
        channel: analysis.channel,
        startedAt,
        rulebook,
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
      id: [interactionId, revision, rulebook.hash.slice(0, 16), ...(again === null ? [] : [again])].join('.'),
      source: `/organisations/${organisationId}/analyses`,
      type: FINDINGS_TYPE,
      time: startedAt,
      subject: interactionId,
      organisation: organisationId,
    }),
  };
}

/** Tells that an interaction is gone, and its findings with it: a compaction tombstone, without a word. */
export const withdrawnMessage = (organisationId: string, interactionId: string): OutboxMessage => ({
  stream: 'findings',
  key: messageKey(organisationId, interactionId),
  value: null,
  headers: binaryHeaders({
    id: `${interactionId}.erased`,
    source: `/organisations/${organisationId}/analyses`,
    type: FINDINGS_TYPE,
    subject: interactionId,
    organisation: organisationId,
  }),
});
