import { guessRoleOfLabel } from './guess-role.js';
import { speakerMetadata } from './metadata.js';
import type { ReadContext } from './source-reader.js';

/** What one voice says in one cue. */
export interface Spoken {
  /** Absent where the file names nobody. */
  readonly voice?: string;
  readonly text: string;
}

/**
 * Transcribers that know no `<v>` write `[SPEAKER_00]: …`, `Client : …` or, without a speaker, `: …`. Only a label that
 * is in brackets, known, or a role's name is taken for one: « Rappel : … » is what somebody said.
 */
export function splitPrefix(text: string, isKnownLabel: (label: string) => boolean): Spoken {
  const [prefix, bracketed, bare = ''] = /^(?:\[([^\]\n]{1,60})\]|([^:\n]{0,60}?))\s?:\s+/.exec(text) ?? [''];
  const rest = text.slice(prefix.length);
  if (prefix === '' || rest === '') return { text };
  if (bracketed !== undefined) return { voice: bracketed.trim(), text: rest };
  if (bare.trim() === '') return { text: rest };
  const label = bare.trim();
  return isKnownLabel(label) || isSpeakerLabel(label) ? { voice: label, text: rest } : { text };
}

/** `SPEAKER_00` and `Locuteur 2` are labels too: nobody says them. */
const isSpeakerLabel = (label: string): boolean =>
  /^(?:speaker|spk|locuteur|locutrice|intervenant|participant)[\s_-]?\d{1,3}$/i.test(label) || (guessRoleOfLabel(label) !== undefined && label.split(/\s+/).length <= 3);

/** Whether the sidecar or the directory knows a label. */
export const labelsOf =
  ({ metadata, directory }: ReadContext) =>
  (label: string): boolean =>
    speakerMetadata(metadata, [label]) !== undefined || directory?.byNameOf(label) !== undefined;
