import type { Interaction, Statement, Turn, TurnZone } from '#domain';
import { loadLexicon } from '../read/index.js';
import { isForeign, zonesOf } from '../reading/zones.js';
import { Clock } from './deadlines/clock.js';
import { readAddress } from './read-address.js';
import { readClaims } from './read-claims.js';
import { readStatements } from './read-statements.js';
import { Gists } from './gist/gists.js';
import { addressOf, claimOf, toldOfRest, toStatements } from './to-statements.js';
import { TurnWords } from './words/turn-words.js';

export interface ExtractOptions {
  /** Of the interaction: `interactionIdOf`. */
  readonly interactionId: string;
  /** IANA name; what « demain » means. Default `Europe/Paris`. */
  readonly timeZone?: string;
  /** Zones per turn position, where they are known from the analysis (`Analysis.zones`); else they are found again. */
  readonly zones?: readonly TurnZone[];
}

/**
 * What the agents of an interaction undertook, refused, said to be done or told about the case, in the order of their words. Pure: the same interaction
 * gives the same statements. Internal notes, other people's turns and the parts of a mail that are not its writer's words give none.
 */
export function extractStatements(interaction: Interaction, options: ExtractOptions): Statement[] {
  const agents = new Map(interaction.participants.filter(({ role }) => role === 'agent').map((agent) => [agent.id, agent]));
  return interaction.turns.flatMap((turn, index): Statement[] => {
    const agent = agents.get(turn.participantId);
    if (agent === undefined || turn.private === true) return [];
    const at = Date.parse(interaction.startedAt) + (turn.offsetMs ?? 0);
    const zones = options.zones?.filter((zone) => zone.turn === index) ?? zonesOf(turn.text, index, interaction.channel, interaction.subject);
    const words = new TurnWords(ownWords(turn, zones), interaction.channel, loadLexicon());
    const clock = new Clock(at, options.timeZone ?? 'Europe/Paris');
    const read = readStatements(words, clock);
    const source = { gists: new Gists(words, read, clock), interaction, turn, index, at: new Date(at).toISOString(), words, read, clock, agentRef: agent.ref, interactionId: options.interactionId };
    const statements = [...toStatements(read, source), ...readClaims(words, read).map((claim) => claimOf(claim, source)), ...toldOfRest(source), ...readAddress(words, read).map((address) => addressOf(address, source))];
    return statements.sort((a, b) => a.evidence.start - b.evidence.start);
  });
}

/** The turn with blanks, of the same length, for what is not its writer's words. */
function ownWords({ text }: Turn, zones: readonly TurnZone[]): string {
  let own = text;
  for (const zone of zones) if (isForeign(zone) || zone.kind === 'subject') own = own.slice(0, zone.start) + '\n'.repeat(zone.end - zone.start) + own.slice(zone.end);
  return own;
}
