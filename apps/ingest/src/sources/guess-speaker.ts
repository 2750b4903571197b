import type { Participant, Turn } from '#domain';
import { AGENT_CUES, CUSTOMER_CUES, foldSpeech, isOpening } from './spoken-cues.js';

/** Cues of the agent's side that it takes, and by how many it must lead: one phrase alone may be said by anybody. */
const ENOUGH = 2;
/** Only so much of a call is listened to for cues: they stand at its beginning and end. */
const LISTENED = 20_000;

interface Heard {
  readonly agent: number;
  readonly customer: number;
}

/**
 * Guesses who is the agent when nothing but the words tells it, and marks it. Only with two speakers that nobody
 * knows (or one, when the other one's role is known), only on several cues of one and none of the other; the second one becomes the
 * customer only on a cue of its own. Anything less stays `unknown`.
 * @param greetings the brand's own formulas, where the company gave them
 */
export function guessSpeakers(participants: readonly Participant[], turns: readonly Turn[], greetings: readonly string[] = []): Participant[] {
  const spoke = new Set(turns.map(({ participantId }) => participantId));
  const people = participants.filter(({ id, role }) => spoke.has(id) && role !== 'bot' && role !== 'system');
  const unknown = people.filter(({ role }) => role === 'unknown');
  if (people.length !== 2 || unknown.length === 0) return [...participants];
  const heard = new Map(people.map(({ id }) => [id, listen(turns.filter(({ participantId }) => participantId === id), greetings)]));
  const roles = new Map(unknown.map((who) => [who.id, guess(who, people.find(({ id }) => id !== who.id)!, heard)]));
  return participants.map((who) => {
    const role = roles.get(who.id);
    return role === undefined ? who : { ...who, role, roleGuessed: true };
  });
}

function guess(who: Participant, other: Participant, heard: ReadonlyMap<string, Heard>): 'agent' | 'customer' | undefined {
  const mine = heard.get(who.id)!;
  const theirs = heard.get(other.id)!;
  if (other.role !== 'agent' && isAgent(mine, theirs)) return 'agent';
  const facesAgent = other.role === 'agent' || (other.role === 'unknown' && isAgent(theirs, mine));
  return facesAgent && mine.customer > 0 && mine.agent === 0 ? 'customer' : undefined;
}

const isAgent = (mine: Heard, theirs: Heard): boolean => mine.agent >= ENOUGH && mine.customer === 0 && theirs.agent === 0;

function listen(turns: readonly Turn[], greetings: readonly string[]): Heard {
  const words = turns.map(({ text }) => text).join(' . ');
  const folded = foldSpeech(words.length > 2 * LISTENED ? `${words.slice(0, LISTENED)} . ${words.slice(-LISTENED)}` : words);
  const first = foldSpeech(turns[0]?.text.slice(0, 300) ?? '');
  const count = (cues: readonly RegExp[]): number => cues.filter((cue) => cue.test(folded)).length;
  // The brand's own formula is evidence enough: the company said so.
  const formula = greetings.some((greeting) => first.includes(foldSpeech(greeting).trim())) ? ENOUGH : 0;
  return { agent: count(AGENT_CUES) + Number(isOpening(first)) + formula, customer: count(CUSTOMER_CUES) };
}
