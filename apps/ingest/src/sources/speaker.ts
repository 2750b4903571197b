import type { Participant, TeamRef } from '#domain';
import type { KnownPerson } from './directory.js';
import { guessRoleOfLabel, isMachineMailbox, isStaffMailbox } from './guess-role.js';
import { speakerMetadata, type SpeakerMetadata } from './metadata.js';
import type { ReadContext } from './source-reader.js';

/** How a source names a speaker. */
export interface SpeakerLabel {
  /** Unique within the interaction: becomes the participant's id. */
  readonly id: string;
  /** As the source writes it; absent when it has none. */
  readonly name?: string;
  readonly address?: string;
}

/**
 * Who a label is. In this order: what the sidecar says, what the directory knows (address, then name or ref, then
 * a domain declared to be agents'), a guess marked as one, `unknown`.
 */
export function participantOf(label: SpeakerLabel, context: ReadContext): Participant {
  const told = speakerMetadata(context.metadata, [label.id, label.address, label.name].filter((text) => text !== undefined));
  if (told !== undefined) return fromMetadata(label, told, context);
  const known = knownPerson(label, context);
  if (known !== undefined) return participant(label, known);
  if (label.address !== undefined) return fromAddress(label, label.address, context);
  const guess = guessRoleOfLabel(label.name ?? label.id);
  return guess === undefined ? participant(label, { role: 'unknown' }) : { ...participant(label, { role: guess }), roleGuessed: true };
}

type Known = Pick<Participant, 'role'> & { readonly ref?: string; readonly name?: string; readonly team?: TeamRef };

function participant(label: SpeakerLabel, known: Known): Participant {
  const name = known.name ?? label.name;
  return {
    id: label.id,
    role: known.role,
    ...(known.ref !== undefined && { ref: known.ref }),
    ...(name !== undefined && name !== '' && { name }),
    ...(known.team !== undefined && { team: known.team }),
  };
}

/** The sidecar names the role and perhaps the ref; the directory fills in what it left out. */
function fromMetadata(label: SpeakerLabel, told: SpeakerMetadata, { directory }: ReadContext): Participant {
  const known = told.ref !== undefined && (told.role === 'agent' || told.role === 'customer') ? directory?.byRefOf(told.role, told.ref) : undefined;
  return participant(label, { ...known, ...told });
}

function knownPerson(label: SpeakerLabel, { directory }: ReadContext): KnownPerson | undefined {
  if (directory === undefined) return undefined;
  if (label.address !== undefined) return directory.byAddressOf(label.address);
  return directory.byNameOf(label.name ?? label.id);
}

/** An address nobody told us about. A shared box is no person: it gets no ref, so that no figure is put on it. */
function fromAddress(label: SpeakerLabel, address: string, { directory }: ReadContext): Participant {
  if (isMachineMailbox(address)) return { ...participant(label, { role: 'system' }), roleGuessed: true };
  const shared = isStaffMailbox(address);
  const domain = directory?.domainOfAgents(address);
  if (domain === undefined && !shared) return participant(label, { role: 'unknown' });
  const agent = participant(label, { role: 'agent', ...(!shared && { ref: address }) });
  return domain === 'declared' ? agent : { ...agent, roleGuessed: true };
}
