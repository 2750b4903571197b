import type { Evidence, Interaction } from '#domain';

/** The lowest transcription confidence among the words of the evidence, from 0 to 1; 1 where the source gives none. */
export function confidenceOf(evidence: readonly Evidence[], interaction: Interaction): number {
  let lowest = 1;
  for (const { turn, start, end } of evidence) {
    for (const word of interaction.turns[turn]!.words ?? []) {
      if (word.start < end && word.end > start) lowest = Math.min(lowest, word.confidence);
    }
  }
  return Math.min(1, Math.max(0, lowest));
}
