import { guessRoleOfLabel } from '../guess-role.js';
import { NOBODY, type Voice } from '../transcript.js';
import type { Said } from './transcript-body.js';
import { partiesOf, partyOnChannel } from './parties.js';
import type { VconDialog, VconPartyEvent } from './vcon-file.schema.js';

/**
 * Which party said an utterance: the one that the transcript names by index or name, the one on its audio channel, or,
 * where the transcriber only says « Agent », the one party of that role who was in the dialog at that time
 * (`party_history`: a call that was passed on has two). A diarised voice (`speaker_0`) is nobody's until the sidecar or
 * the words tell.
 * @param voices of all parties, by index
 * @param at milliseconds since the epoch
 */
export function whoSpoke({ speaker, party, channel }: Said, dialog: VconDialog, voices: readonly Voice[], at: number | undefined): Voice {
  if (party !== undefined) return voices[party] ?? { id: `party-${party}` };
  const onChannel = channel === undefined ? undefined : partyOnChannel(dialog, channel);
  if (onChannel !== undefined && voices[onChannel] !== undefined) return { ...voices[onChannel], channel: channel! };
  if (speaker === undefined) return alone(dialog, voices) ?? NOBODY;
  const wanted = speaker.trim().toLowerCase();
  const named = voices.filter(({ id, name, aliases }) => [id, name, ...(aliases ?? [])].some((label) => label?.trim().toLowerCase() === wanted));
  if (named.length === 1) return named[0]!;
  const role = guessRoleOfLabel(speaker);
  const candidates = role === undefined ? [] : partiesOf(dialog).filter((index) => voices[index]?.role === role);
  const there = candidates.length > 1 ? candidates.filter((index) => wasThere(index, dialog.party_history ?? [], at)) : candidates;
  if (there.length === 1) return voices[there[0]!]!;
  return { id: speaker, ...(channel !== undefined && { channel }) };
}

/** A dialog of one party has one voice. */
const alone = (dialog: VconDialog, voices: readonly Voice[]): Voice | undefined => {
  const [only, ...more] = partiesOf(dialog);
  return only !== undefined && more.length === 0 ? voices[only] : undefined;
};

/** From `join` to `drop`; who is never said to join was there from the start. */
export function wasThere(party: number, history: readonly VconPartyEvent[], at: number | undefined): boolean {
  if (at === undefined) return true;
  const own = history.filter((event) => event.party === party && (event.event === 'join' || event.event === 'drop')).toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0));
  const before = own.filter(({ time }) => typeof time === 'number' && time <= at).at(-1);
  return before === undefined ? own[0]?.event !== 'join' : before.event === 'join';
}
