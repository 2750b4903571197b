import type { SpeakerRole } from '#domain';
import { NOBODY, type Voice } from '../transcript.js';
import type { GenesysParticipant } from './genesys-file.schema.js';

/** Purposes of participants; `acd` is the queue that plays music and messages. */
const ROLES: ReadonlyMap<string, SpeakerRole> = new Map<string, SpeakerRole>([
  ['agent', 'agent'],
  ['user', 'agent'],
  ['customer', 'customer'],
  ['external', 'customer'],
  ['ivr', 'bot'],
  ['bot', 'bot'],
  ['botflow', 'bot'],
  ['workflow', 'system'],
  ['acd', 'system'],
  ['voicemail', 'system'],
]);

/**
 * A phrase is only `internal` or `external`; who of the company's side was on the line at that time is in
 * `participants`. Several at once, or nobody: the voice `internal`, an agent as a guess where no machine is listed that
 * may have spoken instead.
 * @param at milliseconds since the epoch
 */
export function whoSpoke(purpose: string | null | undefined, at: number | undefined, participants: readonly GenesysParticipant[]): Voice {
  const said = purpose?.toLowerCase() ?? '';
  if (said === 'external' || said === 'customer') return { id: 'external', role: 'customer' };
  const named = ROLES.get(said);
  if (said !== 'internal' && named === undefined) return said === '' ? NOBODY : { id: said };
  const there = participants.filter((who) => isInside(who) && (named === undefined || ROLES.get(purposeOf(who)) === named) && wasThere(who, at));
  // A conference of an agent and the queue that brought it: the queue is silent once somebody answers.
  const people = there.filter((who) => ROLES.get(purposeOf(who)) === 'agent');
  const [only, ...more] = people.length > 0 ? people : there;
  if (only === undefined || more.length > 0) return named === undefined ? someoneInside(participants) : { id: said, role: named };
  const id = only.userId ? `${purposeOf(only)}/${only.userId}` : purposeOf(only);
  const role = ROLES.get(purposeOf(only))!;
  return { id, role, ...(role === 'agent' && only.userId && { ref: `genesys:${only.userId}`, aliases: [only.userId] }) };
}

function someoneInside(participants: readonly GenesysParticipant[]): Voice {
  const machines = participants.some((who) => isInside(who) && ROLES.get(purposeOf(who)) !== 'agent');
  return machines ? { id: 'internal' } : { id: 'internal', role: 'agent', roleGuessed: true };
}

const purposeOf = ({ participantPurpose }: GenesysParticipant): string => participantPurpose?.toLowerCase() ?? '';

const isInside = (who: GenesysParticipant): boolean => !['customer', 'external'].includes(purposeOf(who)) && ROLES.has(purposeOf(who));

const wasThere = ({ startTimeMs: from, endTimeMs: to }: GenesysParticipant, at: number | undefined): boolean =>
  at === undefined || ((from ?? 0) <= at && at <= (to ?? Number.POSITIVE_INFINITY));
