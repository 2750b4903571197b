import type { SpeakerRole } from '#domain';
import { guessRoleOfLabel } from '../guess-role.js';
import type { ReadContext } from '../source-reader.js';
import { participantOf } from '../speaker.js';
import type { Voice } from '../transcript.js';
import type { VconDialog, VconParty } from './vcon-file.schema.js';

/** Words for a party's role: those of the contact centre extension, and what tools wrote before there was one. */
const ROLES: ReadonlyMap<string, SpeakerRole> = new Map<string, SpeakerRole>([
  ['agent', 'agent'],
  // A supervisor who speaks does it for the company.
  ['supervisor', 'agent'],
  ['customer', 'customer'],
  ['client', 'customer'],
  ['caller', 'customer'],
  ['bot', 'bot'],
  ['ivr', 'bot'],
  ['system', 'system'],
  ['sme', 'third-party'],
  ['thirdparty', 'third-party'],
  ['third-party', 'third-party'],
]);

/** The parties of a vCon as voices, by their index. The core says no role: it is then guessed by the rules of the house, or `unknown`. */
export function voicesOf(parties: readonly VconParty[]): Voice[] {
  return parties.map((party, index) => {
    const address = party.mailto?.replace(/^mailto:/i, '').trim().toLowerCase();
    const name = party.name?.trim() || undefined;
    const aliases = [name, address, party.tel, party.sip, party.uuid, party.did].filter((alias) => alias !== undefined);
    const said = roleOf(party);
    const ref = refOf(party, said?.role);
    return { id: `party-${index}`, ...(name !== undefined && { name }), aliases, ...(address && { address }), ...(ref && { ref }), ...said };
  });
}

function roleOf({ role, meta, type }: VconParty): Pick<Voice, 'role' | 'roleGuessed'> | undefined {
  const word = role ?? meta?.role;
  if (word !== undefined) {
    const known = ROLES.get(word.trim().toLowerCase());
    if (known !== undefined) return { role: known };
    const guessed = guessRoleOfLabel(word);
    if (guessed !== undefined) return { role: guessed, roleGuessed: true };
  }
  return type?.toLowerCase() === 'bot' ? { role: 'bot' } : undefined;
}

/** A line may be a whole desk's: only a customer goes by the telephone. */
const refOf = ({ uuid, did, tel }: VconParty, role: SpeakerRole | undefined): string | undefined =>
  uuid !== undefined ? `vcon:${uuid}` : (did ?? (role === 'customer' ? tel : undefined));

/** Whoever writes with the brand's staff is taken for a customer, and the guess is marked: mails name their recipients. */
export function guessCorrespondents(voices: readonly Voice[], context: ReadContext): Voice[] {
  const roles = voices.map(({ channel: _channel, ...voice }) => participantOf({ ...voice, ...(voice.role !== undefined && { role: voice.role }) }, context).role);
  if (!roles.includes('agent')) return [...voices];
  return voices.map((voice, at) => (roles[at] === 'unknown' && voice.address !== undefined ? { ...voice, role: 'customer', roleGuessed: true } : voice));
}

/** Everybody who took part in a dialog, by index. */
export const partiesOf = ({ parties, originator }: VconDialog): number[] => [...new Set([...[parties ?? []].flat(2).filter((party) => party !== null), ...(typeof originator === 'number' ? [originator] : [])])];

/** Who began it: `originator`, else the first one named. In a mail that is its author. */
export const originatorOf = (dialog: VconDialog): number | undefined => dialog.originator ?? partiesOf(dialog)[0];

/** The one party that was recorded on an audio channel, where there are several. */
export function partyOnChannel({ parties }: VconDialog, channel: string): number | undefined {
  if (!Array.isArray(parties) || parties.length < 2) return undefined;
  const there = [parties[Number(channel)] ?? []].flat();
  return there.length === 1 ? there[0] : undefined;
}
