import type { Line } from './lines.js';
import { nextWritten } from './lines.js';
import { mentionsAddress, mentionsDate, mentionsFullDate, mentionsMailbox, mentionsTime } from './mentions.js';

/** « a écrit », « wrote » and their like. */
const VERB = 'a [ée]crit|ont [ée]crit|avez [ée]crit|[ée]crivait|[ée]criviez|a r[ée]pondu|wrote|writes|escribi[óo]|escreveu|ha scritto|schrieb|schreef|skrev|napisał(?:\\(a\\))?|kirjoitti|írta';
/** The verb, and after it at most a date or a name, then the colon. */
const ENDS_WITH_VERB = new RegExp(`(?:^|[\\s,;>)"'«»])(?:${VERB})(?:[ ,(](?:[^.!?:]|(?<=\\p{L}{2})\\.){0,50}(?:\\d{1,2}:\\d{2}(?::\\d{2})?[^.!?:]{0,20})?)?\\s?:?\\s?[>)]?$`, 'iu');
/** The same, with the quote on the same line. */
const VERB_WITHIN = new RegExp(`[\\s,>)](?:${VERB})\\s?:\\s?(\\S)`, 'iu');
/** `>>>` is GroupWise's. */
const COLON = /:\s?[>)]?$|>{2,}$/;
const OPENER = /^(?:le|on|am|el|il|em|op|den|in data|w dniu|dnia|en date du|dans (?:un|le|son) (?:courriel|message|mail|e-mail))\s/i;
/** People who write to people, not programs: « vous nous avez écrit », « m’a répondu ». */
const PERSONAL = /(?:^|[\s,])(?:je|nous|vous|me|te|lui|leur|on|we|you)\s|(?:^|[\s,])[jmtl]['’]/;
/** « notre livreur a écrit »: a thing or a person by function, not by name. */
const COMMON_SUBJECT = new RegExp(`[\\s,](?:notre|votre|le|la|un|une|mon|ma|ce|cet|cette|son|sa|leur|il|elle|qui|the|our|your) [\\p{Ll}-]+ (?:\\p{Ll}+ )?(?:${VERB})`, 'u');
/** What is quoted in one's own text comes between quotation marks. */
const QUOTATION = /^[«"“‹]/;

const WINDOW = 5;
const LONGEST = 420;
const THRESHOLD = 7;

/** The last line of the sentence that introduces a quote and starts at line `i`, or -1. It may be broken over five lines. */
export function endOfAttribution(lines: readonly Line[], i: number): number {
  let text = '';
  for (let j = i; j < lines.length && j < i + WINDOW; j++) {
    const { blank, empty, quoted, bare } = lines[j]!;
    if (blank || empty || quoted !== lines[i]!.quoted) return -1;
    if (j > i && startsAnew(bare)) return -1;
    text = j === i ? withoutFrame(bare) : `${text} ${bare}`;
    if (text.length > LONGEST) return -1;
    // Neither a date nor an address: only a quote right below could tell.
    if (!/[\d@]/.test(text) && lines[j + 1]?.quoted !== true && lines[j + 2]?.quoted !== true) continue;
    if ((COLON.test(text) || ENDS_WITH_VERB.test(text)) && introduces(text, lines, j)) return j;
    if (j === i && withText(text)) return j;
  }
  return -1;
}

/** A sentence of its own, which no attribution goes on with. */
const startsAnew = (bare: string): boolean => OPENER.test(bare) && mentionsDate(bare);
const withoutFrame = (text: string): string => text.replace(/^[-–—*#]+\s?/, '').replace(/\s?[-–—]{2,}$/, '');

/**
 * Points for what programs write in such a line, minus points for what people write. No single sign decides: a date, a
 * verb and a colon can stand in anybody's sentence.
 */
function introduces(text: string, lines: readonly Line[], last: number): boolean {
  const verb = ENDS_WITH_VERB.test(text);
  const next = nextWritten(lines, last + 1);
  const quoteFollows = next >= 0 && next <= last + 3 && lines[next]!.quoted && !lines[last]!.quoted;
  const said = points([
    [verb, 3], [COLON.test(text), 1], [OPENER.test(text), 1], [quoteFollows, 3],
    [mentionsDate(text), 1], [mentionsFullDate(text), 1], [mentionsTime(text), 2],
    [mentionsMailbox(text), 3], [verb && !mentionsMailbox(text) && mentionsAddress(text), 2],
  ]);
  const against = points([
    [PERSONAL.test(withoutOpener(text)), verb ? 2 : 4], [COMMON_SUBJECT.test(text), 2],
    [next >= 0 && QUOTATION.test(lines[next]!.bare), 3], [!verb && !endsNearAddress(text) && !quoteFollows, mentionsMailbox(text) ? 1 : 4],
    [/[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(text), 3],
  ]);
  return said - against >= THRESHOLD;
}

/** « … <anne@exemple.example> a écrit : Bonjour » on one line. */
function withText(text: string): boolean {
  const found = VERB_WITHIN.exec(text);
  if (found === null || QUOTATION.test(found[1]!)) return false;
  const before = text.slice(0, found.index);
  const said = points([[OPENER.test(before), 1], [mentionsFullDate(before), 2], [mentionsTime(before), 2], [mentionsMailbox(before), 3]]);
  return said >= THRESHOLD - 3 + 1 && !PERSONAL.test(withoutOpener(before));
}

const points = (signs: readonly (readonly [boolean, number])[]): number => signs.reduce((sum, [given, worth]) => sum + (given ? worth : 0), 0);
const withoutOpener = (text: string): string => text.replace(/^(?:le|on) /i, '').replace(/^\p{Lu}/u, (c) => c.toLowerCase());
const endsNearAddress = (text: string): boolean => /[>)\]][^<>()[\]]{0,25}$/.test(text) && mentionsMailbox(text);
