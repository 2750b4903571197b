import type { Line } from './lines.js';

export type HistoryKind = 'quoted' | 'forwarded';

const FORWARD = /^[>\s]*(?:[-_*=]{2,}\s*)?(?:message transf[ée]r[ée]|forwarded message|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|begin forwarded message|message r[ée]exp[ée]di[ée]|courriel transf[ée]r[ée])(?: (?:par|by|de) [^:]{1,80})?\s*(?:[-_*=]{2,}|:)?\s*$/i;
const ORIGINAL = /^[>\s]*[-_*=]{2,}\s*(?:message (?:d['’]origine|original|initial|pr[ée]c[ée]dent)|courriel (?:d['’]origine|original)|original message|mail original|urspr[üu]ngliche nachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|original appointment|reply message|r[ée]ponse|rendez-vous d['’]origine)\s*[-_*=]*\s*$/i;

const FROM = /^\*?(?:de|from|von|van|da|exp[ée]diteur|envoy[ée] par|exp[ée]di[ée] par|fra|från|od)\s?\*?\s*:\*?\s*\S/i;
const HEADER = /^\*?(?:envoy[ée](?: le)?|sent|date|à|a|to|pour|destinataire|cc|c\.c\.|copie(?: à)?|objet|subject|sujet|r[ée]pondre à|reply-to|gesendet|an|betreff|verzonden|aan|onderwerp|enviado(?: el)?|para|asunto|assunto|inviato|oggetto|sendt|til|emne|skickat|till|ämne|importance|priorit[ée])\s?\*?\s*:\*?/i;
const DATED_HEADER = /^\*?(?:envoy[ée](?: le)?|sent|date|gesendet|verzonden|enviado(?: el)?|inviato|sendt|skickat)\s?\*?\s*:\*?\s*\S/i;
const RULE = /^[_\-=]{5,}$/;

const ATTRIBUTION_START = /^[>\s]*\*?(?:le|on|am|el|il|em|op|den|dans (?:un|le|son) (?:courriel|message|mail|e-mail)|en date du)\b/i;
const ATTRIBUTION_END = /(?:\ba [ée]crit|\bont [ée]crit|\bécrivait|\bwrote|\bwrites|\bescribi[óo]|\bescreveu|\bha scritto|\bschrieb[^:]{0,80}|\bschreef[^:]{0,80}|\bskrev[^:]{0,80}|\bnous a [ée]crit|\bvous avez [ée]crit)(?:\s*(?:ce qui suit|ceci))?\s*:?\s*\*?$/i;
/** « Jean Dupont <jean@exemple.fr> a écrit (le 12 mars) : », « 2026-03-12 10:05 GMT+01:00 Jean <jean@exemple.fr>: » */
const NAMED_ATTRIBUTION = /^[>\s]*(?:[^<>:]{1,80}[<(][^<>()\s]{3,80}@[^<>()\s]{3,80}[>)][^:]{0,40}(?:a [ée]crit|wrote)[^:]{0,60}:|[^<>:]{2,60} a [ée]crit le \d[^:]{4,60}(?::\d\d)?[^:]{0,30}:|\d{4}-\d\d-\d\d[^<>]{0,80}<[^<>\s]{3,80}@[^<>\s]{3,80}>\s*:)\s*$/i;
/** Any language: a date, an address between < and >, and a colon at the end (« … <jean@exemple.fr> kirjoitti: »). */
const DATED_ADDRESS = /\d[^<>]{0,120}<[^<>\s]{3,80}@[^<>\s]{3,80}>[^<>:]{0,40}:\s*$/;
const ATTRIBUTION_RULE = /^-{2,}\s*(.{10,200}?)\s*-{2,}$/;
const MESSAGE_OF = /^[>\s]*(?:[-=]{2,}\s*)?message (?:du|de|envoy[ée] le)\s*:?\s*\d/i;
/** Before marked lines only: « Anne Petit a écrit : ». */
const NAME_ONLY = /^[>\s]*[^:<>]{2,80} (?:a [ée]crit|wrote)\s*:$/i;
/** Help desks put it above the history of a ticket. */
const REPLY_ABOVE = /(?:r[ée]pond(?:re|ez)|[ée]cri(?:re|vez)) (?:au[- ]dessus|ci-dessus) de (?:cette|la) ligne|(?:reply|type your response) above this line/i;
const WINDOW = 5;

/**
 * Marks the lines of a mail that are someone else's words: per line `quoted`, `forwarded` or undefined. A quote introduced
 * by a sentence (« Le … a écrit : ») and marked with `>` ends with its marks, so that answers between the quotes stay the
 * writer's; one that is introduced but not marked, and everything below a block of headers, goes on to the end.
 * Each line looks at the next five at most: linear.
 */
export function markHistory(lines: readonly Line[]): (HistoryKind | undefined)[] {
  const marks: (HistoryKind | undefined)[] = lines.map(() => undefined);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (marks[i] || line.blank) continue;
    const forwarded = FORWARD.test(line.head);
    if (forwarded || ORIGINAL.test(line.head) || REPLY_ABOVE.test(line.head) || opensHeaders(lines, i)) {
      // What follows was all written before; quote marks below do not end it.
      return marks.fill(forwarded ? 'forwarded' : 'quoted', i);
    }
    if (line.quoted) marks[i] = 'quoted';
    const last = endOfAttribution(lines, i);
    if (last < 0) continue;
    marks.fill('quoted', i, last + 1);
    const next = nextWritten(lines, last + 1);
    if (next >= 0 && !lines[next]!.quoted) return marks.fill('quoted', i);
    i = last;
  }
  return fillBlanks(lines, marks);
}

/** A rule or nothing, then « De : » and, within five lines, two more headers or a dated one. */
function opensHeaders(lines: readonly Line[], i: number): boolean {
  let from = i;
  if (RULE.test(lines[i]!.head)) {
    from = nextWritten(lines, i + 1);
    if (from < 0 || from > i + 2) return false;
  }
  if (!FROM.test(unmarked(lines[from]!.head))) return false;
  let headers = 0;
  let dated = false;
  for (let j = from + 1; j < lines.length && j <= from + WINDOW; j++) {
    const head = unmarked(lines[j]!.head);
    if (HEADER.test(head)) headers++;
    dated ||= DATED_HEADER.test(head);
  }
  return dated || headers >= 2;
}

const unmarked = (head: string): string => head.replace(/^[>\s|]+/, '');

/** The last line of the sentence that introduces a quote and starts at line `i`, or -1. */
function endOfAttribution(lines: readonly Line[], i: number): number {
  const first = lines[i]!.head.replace(ATTRIBUTION_RULE, '$1');
  if (NAMED_ATTRIBUTION.test(first) || isDatedAddress(lines, i)) return i;
  if (NAME_ONLY.test(first) && isQuoteNext(lines, i)) return i;
  if (first !== lines[i]!.head && ATTRIBUTION_START.test(first) && /\d/.test(first) && ATTRIBUTION_END.test(first)) return i;
  if (MESSAGE_OF.test(first) && i + 1 < lines.length && FROM.test(unmarked(lines[i + 1]!.head))) return i;
  if (!ATTRIBUTION_START.test(first)) return -1;
  let digits = false;
  for (let j = i; j < lines.length && j < i + WINDOW; j++) {
    const { head, blank } = lines[j]!;
    if (blank || (j > i && ATTRIBUTION_START.test(head) && !/^(?:le|on)\b.{0,3}$/i.test(head))) return -1;
    digits ||= /\d/.test(head) || head.includes('@');
    if (digits && ATTRIBUTION_END.test(head)) return j;
    // « … a écrit : > premier mot » on one line.
    if (digits && /(?:a [ée]crit|wrote)\s*:\s*>/i.test(head)) return j;
  }
  return -1;
}

/** Is the next line, or the one after a blank one, marked as a quote? */
function isQuoteNext(lines: readonly Line[], i: number): boolean {
  return lines[i + 1]?.quoted === true || (lines[i + 1]?.blank === true && lines[i + 2]?.quoted === true);
}

/** On this line, or begun on it and ended on the next. */
function isDatedAddress(lines: readonly Line[], i: number): boolean {
  const { head, quoted } = lines[i]!;
  if (DATED_ADDRESS.test(head)) return true;
  const next = lines[i + 1];
  return next !== undefined && !next.blank && next.quoted === quoted && /\d/.test(head) && head.length < 120 && /^[^:]{0,60}<[^<>\s]{3,80}@/.test(next.head) && DATED_ADDRESS.test(`${head} ${next.head}`);
}

function nextWritten(lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length; i++) if (!lines[i]!.blank) return i;
  return -1;
}

/** Blank lines between two quoted lines belong to the quote. */
function fillBlanks(lines: readonly Line[], marks: (HistoryKind | undefined)[]): (HistoryKind | undefined)[] {
  let before: HistoryKind | undefined;
  let blanksFrom = -1;
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.blank && !marks[i]) {
      if (blanksFrom < 0) blanksFrom = i;
      continue;
    }
    if (blanksFrom >= 0 && before && marks[i] === before) marks.fill(before, blanksFrom, i);
    blanksFrom = -1;
    before = marks[i];
  }
  return marks;
}
