import {
  type AnalysedInteraction,
  type Analysis,
  type Interaction,
  type Outcome,
  type StreamRecord,
  contentHash,
  done,
  interactionIdOf,
  park,
} from '#domain';
import { decodeInteraction } from '#messaging';

export interface Judge {
  readonly organisationId: string;
  /** May throw: then that interaction is parked, and no other. */
  analyse(interaction: Interaction): Analysis;
}

/** Decode, then read and judge: one record to what is to be kept of it. Never throws. */
export function judgeRecord(record: StreamRecord, judge: Judge): Outcome<AnalysedInteraction> {
  const decoded = decodeInteraction(record, judge.organisationId);
  if (decoded.kind !== 'done') return decoded;
  const { organisationId, interaction } = decoded.value;
  // Its rules are not this rulebook's: judging it would be worse than leaving it aside.
  if (organisationId !== judge.organisationId) {
    return park('unknown_organisation', `organisation ${organisationId} ; cet analyseur sert ${judge.organisationId}`);
  }
  try {
    return done({
      organisationId,
      interactionId: interactionIdOf(organisationId, interaction.source, interaction.externalId),
      interaction,
      contentHash: contentHash(interaction),
      analysis: judge.analyse(interaction),
    });
  } catch (error) {
    return park('analysis_failed', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}
