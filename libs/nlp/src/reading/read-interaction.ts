import type { Interaction, Statement, Turn, TurnZone } from '#domain';
import type { Matcher } from '../engine/matcher.js';
import type { Range } from '../engine/scan.js';
import { languageOf } from './language.js';
import { Reading } from './reading.js';
import type { ReadTurn } from './reading.js';
import { isForeign, zonesOf } from './zones.js';

export interface ReadOptions {
  /** The language is known, as in a rule's examples: do not detect it. */
  readonly language?: string;
  /** The language the rulebook is in: decides where the text is too short to. Default `fr`. */
  readonly expected?: string;
  /** IANA zone in which the customer reads « demain »; default `Europe/Paris`. */
  readonly timeZone?: string;
}

/** Reads an interaction once: zones, tokens, matches of every pattern of the rulebook. */
export function readInteraction(interaction: Interaction, matcher: Matcher, options: ReadOptions = {}, extract: (reading: Reading) => readonly Statement[] = () => []): Reading {
  const roles = new Map(interaction.participants.map((participant) => [participant.id, participant.role]));
  matcher.clear();
  const zones = interaction.turns.map((turn, index) => {
    if (turn.private === true) {
      matcher.addTurn(turn.text, []);
      return [];
    }
    const found = zonesOf(turn.text, index, interaction.channel, interaction.subject);
    matcher.addTurn(turn.text, ownRanges(turn.text, found));
    return found;
  });
  matcher.run();
  const bounds = matcher.stream.turns;
  const turns = interaction.turns.map(
    (turn, index): ReadTurn => ({
      index,
      role: roles.get(turn.participantId) ?? 'unknown',
      text: turn.text,
      spoken: turn.private !== true,
      ...timesOf(turn),
      firstToken: bounds[index]!,
      endToken: bounds[index + 1]!,
      zones: zones[index]!,
    }),
  );
  return new Reading(interaction, options.language ?? languageOf(interaction, options.expected ?? 'fr'), turns, matcher, extract);
}

function timesOf(turn: Turn): { startMs?: number; endMs?: number } {
  if (turn.offsetMs === undefined) return {};
  return { startMs: turn.offsetMs, ...(turn.durationMs === undefined ? {} : { endMs: turn.offsetMs + turn.durationMs }) };
}

/** What is left of a turn once the foreign zones are taken out; undefined for the whole of it. */
function ownRanges(text: string, zones: readonly TurnZone[]): Range[] | undefined {
  const foreign = zones.filter(isForeign).sort((a, b) => a.start - b.start);
  if (foreign.length === 0) return undefined;
  const ranges: Range[] = [];
  let from = 0;
  for (const zone of foreign) {
    if (zone.start > from) ranges.push([from, zone.start]);
    from = Math.max(from, zone.end);
  }
  if (from < text.length) ranges.push([from, text.length]);
  return ranges;
}
