import type { Participant, SpeakerRole, TeamRef } from '#domain';
import { speakerOfChannel } from './call-settings.js';
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
  /** Where the source itself says it: then it is no guess. */
  readonly role?: SpeakerRole;
  /** An agent's or customer's id in the source, with the source's name (`zendesk:17`): a ref when nothing better is known. */
  readonly ref?: string;
  /** Other names that a sidecar may use for it. */
  readonly aliases?: readonly string[];
  /** The audio channel it was heard on, of how many. */
  readonly channel?: { readonly name: string; readonly of: number };
}

/**
 * Who a label is. In this order: what the sidecar says, what was said of its channel, what the directory knows (address,
 * then name or ref, then a domain declared to be agents'), a guess marked as one, `unknown`. A role that the source says
 * is kept, and the directory only says which agent or customer it is.
 * @param format the reader's, under which a directory may speak of calls
 */
export function participantOf(label: SpeakerLabel, context: ReadContext, format?: string): Participant {
  const labels = [label.id, label.address, label.name, ...(label.aliases ?? [])].filter((text) => text !== undefined);
  const told = speakerMetadata(context.metadata, labels);
  if (told !== undefined) return fromMetadata(label, told, context);
  const heard = label.channel === undefined ? undefined : ofChannel(label.channel, context, format);
  if (heard !== undefined) return { ...fromMetadata(label, heard.who, context), ...(heard.guessed && { roleGuessed: true }) };
  if (label.role !== undefined) return fromSource(label, label.role, context);
  const known = knownPerson(label, context);
  if (known !== undefined) return participant(label, known);
  if (label.address !== undefined) return fromAddress(label, label.address, context);
  const guess = guessRoleOfLabel(label.name ?? label.id);
  return guess === undefined ? participant(label, { role: 'unknown' }) : { ...participant(label, { role: guess }), roleGuessed: true };
}

function ofChannel({ name, of }: NonNullable<SpeakerLabel['channel']>, { metadata, directory, source }: ReadContext, format?: string): ReturnType<typeof speakerOfChannel> {
  return speakerOfChannel(name, [metadata, directory?.callSettings(metadata?.source, source, format)], of);
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

/**
 * An agent or customer goes by the ref that the directory has for the address, the source's own id or a name that one
 * person only bears, else by the address: the same person on two channels is then one. A box that several people write from tells no person.
 */
function fromSource(label: SpeakerLabel, role: SpeakerRole, { directory }: ReadContext): Participant {
  if (role !== 'agent' && role !== 'customer') return participant(label, { role });
  const handles = [label.address, label.ref].filter((handle) => handle !== undefined);
  const candidates = [...handles.map((handle) => directory?.byAddressOf(handle)), label.name === undefined ? undefined : directory?.byNameOf(label.name)];
  const known = candidates.find((person) => person?.role === role);
  if (known !== undefined) return participant(label, known);
  const address = label.address?.trim().toLowerCase();
  const own = address === undefined || (role === 'agent' && isStaffMailbox(address)) ? undefined : address;
  const ref = own ?? label.ref;
  return participant(label, { role, ...(ref !== undefined && { ref }) });
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
