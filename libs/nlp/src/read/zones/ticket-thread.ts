import { nextWritten, type Line } from './lines.js';
import { mentionsFullDate, mentionsTime } from './mentions.js';
import { isRule } from './separators.js';

/** No name with its date is longer. */
const LONGEST_HEAD = 100;

/** A message of a ticket as a help desk sends it: « Inès (Maison Exemple) », the date on the same line or below it. */
export interface TicketEntry {
  /** Its first line, the rule above included. */
  readonly first: number;
  /** The line of its date. */
  readonly last: number;
}

/**
 * Messages of a ticket below « Veuillez répondre au-dessus de cette ligne », when that is the first line of a mail: the help desk sends
 * the newest on top and the older ones below, each under a name and a date. Linear.
 * @param from the line after that one
 */
export function ticketEntries(lines: readonly Line[], from: number): TicketEntry[] {
  const entries: TicketEntry[] = [];
  for (let i = nextWritten(lines, from); i >= 0; i = nextWritten(lines, i + 1)) {
    if (!isDated(lines[i]!)) continue;
    const name = lines[i - 1];
    const top = isName(name) ? i - 1 : i;
    if (top === i && !/\p{L}{2,}[^\d]{0,60}\d/u.test(lines[i]!.bare)) continue;
    const above = ruleAbove(lines, top);
    // A date in a letter has words of the letter above it.
    if (above < top || lines[top - 1]?.blank === true) entries.push({ first: above, last: i });
  }
  return entries;
}

const isDated = ({ bare }: Line): boolean => bare.length <= LONGEST_HEAD && !/[.!?:]$/.test(bare) && mentionsTime(bare) && mentionsFullDate(bare);

const isName = (line: Line | undefined): boolean => line !== undefined && !line.blank && line.bare.length <= 60 && /^\p{Lu}/u.test(line.bare) && !/[.,;!?:]$/.test(line.bare);

function ruleAbove(lines: readonly Line[], top: number): number {
  for (let i = top - 1; i >= 0 && i >= top - 3; i--) {
    if (!lines[i]!.blank) return isRule(lines[i]!.bare) ? i : top;
  }
  return top;
}
