import type { Line } from './lines.js';
import { mentionsAddress, mentionsDate, mentionsMailbox, mentionsTime } from './mentions.js';

type Field = 'from' | 'sent' | 'date' | 'to' | 'copy' | 'subject' | 'other';

/** Names of header fields as mail programs show them, lower case, without accents; own list. */
const LABELS: readonly (readonly [Field, readonly string[]])[] = [
  ['from', ['de', 'from', 'von', 'van', 'da', 'fra', 'fran', 'od', 'expediteur', 'expedie par', 'envoye par', 'auteur', 'emetteur']],
  ['sent', [
    'envoye', 'envoye le', 'sent', 'gesendet', 'verzonden', 'enviado', 'enviado el', 'enviado em', 'inviato', 'sendt', 'skickat', "date d'envoi", 'recu', 'recu le',
    'expedie', 'expedie le', 'date et heure', 'sent at', 'envoye a',
  ]],
  ['date', ['date', 'datum', 'dato', 'data', 'fecha', 'le']],
  ['to', ['a', 'to', 'pour', 'destinataire', 'destinataires', 'destinataire(s)', 'an', 'aan', 'para', 'til', 'till', 'do']],
  ['copy', ['cc', 'c.c.', 'cci', 'bcc', 'copie', 'copie a', 'copies', 'kopie', 'en copie']],
  ['subject', ['objet', 'sujet', 'subject', 'betreff', 'onderwerp', 'asunto', 'assunto', 'oggetto', 'emne', 'amne', 're', 'titre']],
  ['other', ['repondre a', 'reply-to', 'importance', 'priorite', 'priority', 'piece jointe', 'pieces jointes', 'piece(s) jointe(s)', 'attachments', 'message-id', 'organisation', 'mailed-by']],
];
const FIELDS: ReadonlyMap<string, Field> = new Map(LABELS.flatMap(([field, labels]) => labels.map((label) => [label, field] as const)));
const LABEL_ALONE = { to: /^(?:[àa]|to|pour)\s?:?$/i, subject: /^(?:objet|subject|sujet)\s?:?$/i };

const THRESHOLD = 5;
const LONGEST = 14;

/** No label is longer. */
const LABEL = 26;

function fieldOf(bare: string): { readonly field: Field; readonly value: string } | undefined {
  const colon = bare.slice(0, LABEL).indexOf(':');
  if (colon < 1) return undefined;
  const label = bare.slice(0, colon).trim().toLowerCase().replace('’', "'").normalize('NFD').replace(/\p{M}/gu, '');
  const field = FIELDS.get(label);
  return field === undefined ? undefined : { field, value: bare.slice(colon + 1).trim() };
}

/**
 * The last line of the block of headers (« De : / Envoyé : / À : / Objet : ») that starts at line `i`, or -1. The order is any; lines may be
 * empty between them and long lists of recipients broken. A block needs its sender and signs of a mail: an itinerary has « De : », « À : »
 * and « Date : » too.
 * @param above points for what stands above the block (a rule, nothing)
 */
export function endOfHeaders(lines: readonly Line[], i: number, above: number): number {
  if (fieldOf(lines[i]!.bare) === undefined) return endOfStacked(lines, i);
  if (isOnOneLine(lines[i]!.bare)) return i;
  const seen = new Map<Field, string>();
  let last = i;
  let strange = 0;
  for (let j = i; j < lines.length && j < i + LONGEST && strange < 2; j++) {
    const { bare, blank, empty, quoted } = lines[j]!;
    if (quoted !== lines[i]!.quoted) break;
    if (blank || empty) continue;
    const found = fieldOf(bare);
    if (found === undefined) {
      // The rest of a long line, or the text already.
      strange = mentionsMailbox(bare) && !/[.!?]$/.test(bare) ? 0 : strange + 1;
      continue;
    }
    strange = 0;
    if (seen.has(found.field) && found.field !== 'other') break;
    seen.set(found.field, found.value);
    last = j;
  }
  return isMail(seen, above) ? last : -1;
}

function isMail(seen: ReadonlyMap<Field, string>, above: number): boolean {
  if (!seen.has('from') || seen.size < 2) return false;
  const values = [...seen.values()];
  const has = (field: Field, worth: number): number => (seen.has(field) ? worth : 0);
  const dated = values.some((value) => mentionsDate(value) && mentionsTime(value));
  const score = 1 + has('sent', 2) + has('date', 1) + has('to', 1) + has('copy', 1) + has('subject', 2) + has('other', 1) + (dated ? 1 : 0) + (values.some(mentionsAddress) ? 2 : 0);
  return score + above >= THRESHOLD;
}

/** « De : Anne Petit <…> Envoyé : lundi … À : … Objet : … », line ends lost. */
function isOnOneLine(bare: string): boolean {
  const labels = bare.match(/(?:^|\s)(?:de|from|envoy[ée](?: le)?|sent|date|[àa]|to|objet|subject)\s?:\s/giu) ?? [];
  return labels.length >= 3 && mentionsTime(bare) && (mentionsAddress(bare) || labels.length >= 4);
}

/** Lotus Notes: « Anne Petit <anne@exemple.example> », the date below, then « A », « cc » and « Objet » on lines of their own. */
function endOfStacked(lines: readonly Line[], i: number): number {
  const { bare } = lines[i]!;
  const below = lines[i + 1]?.bare ?? '';
  if (bare.length > 120 || !/[>)]$/.test(bare) || !mentionsMailbox(bare) || below.length > 40 || !mentionsDate(below) || !mentionsTime(below)) return -1;
  let addressed = false;
  for (let j = i + 2; j < lines.length && j < i + LONGEST; j++) {
    addressed ||= LABEL_ALONE.to.test(lines[j]!.bare);
    if (addressed && LABEL_ALONE.subject.test(lines[j]!.bare)) return Math.min(j + 1, lines.length - 1);
  }
  return -1;
}
