import type { Line } from './lines.js';
import { isDeviceLine, looksLikeSignature } from './signature.js';

/** How disclaimers start; own list. */
const START =
  /^[*_>\s]*(?:(?:avis|clause|mention)s? (?:de confidentialit[ée]|l[ée]gales?)|confidentialit[ée]\s?:|confidentiality notice|disclaimer\s?:|(?:pensez|merci de penser|adoptez l['’][ée]co|avant d['’]imprimer|n['’]imprimez|afin de (?:contribuer|pr[ée]server)|devez-vous vraiment imprimer)[^.]{0,80}(?:environnement|plan[eè]te|imprim|attitude|n[ée]cessaire)|please consider the environment|si vous (?:n['’][êe]tes pas (?:le|la|l['’]un des) destinataire|avez re[çc]u ce (?:message|courriel|mail|courrier) par erreur)|if you (?:are not the intended|have received this)|l['’]int[ée]grit[ée] de ce (?:message|courriel)|sauf mention contraire)/iu;
/** What a mail server puts above a mail from outside. */
const BANNER = /^[[*_\s]*(?:attention|caution|warning|external|externe|ext\b)[^.]{0,80}(?:ext[ée]rieur|externe|external|outside)/i;

export const isBanner = (head: string): boolean => BANNER.test(head);
/** « Ce message … », « Les informations contenues dans ce courriel … »: a disclaimer when it goes on like one. */
const ABOUT_THE_MAIL =
  /^[*_>\s]*(?:notice\s?:\s*)?(?:(?:ce|cet|le pr[ée]sent) (?:message|courriel|mail|courrier [ée]lectronique|e-?mail)|(?:les |the )?informations? (?:contenues?|figurant|transmises?|in|contained)|the contents? of|this (?:e-?mail|message|communication)|tout message [ée]lectronique|.{0,60}(?:soci[ée]t[ée]|s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|s\.?a\.?) au capital)/iu;
/** Words of the law; each family counts once. */
const LEGAL: readonly RegExp[] = [
  /confidentiel|confidential|privileged/i, /destinataire|addressee|intended (?:solely|only|for|recipient)|exclusi(?:f|ve)|personnel et/i, /erreur|in error/i,
  /d[ée]truire|supprim|delete|d[ée]truisez/i, /int[ée]grit[ée]|alt[ée]r[ée]|falsifi|virus/i, /responsab|liab/i, /diffusion|divulg|disclos|reproduction|interdite?|prohibited|non autoris/i,
  /\brcs\b|siret|capital de|tva intra|immatricul/i,
];
const LONGEST = 900;
const LONGEST_PARAGRAPH = 40;

const legalWords = (text: string): number => LEGAL.filter((family) => family.test(text)).length;

/**
 * The last line of the disclaimer that starts at line `i`, or -1. It goes on to the end of its paragraph, and over the paragraphs below
 * that speak the same language or are contact details; anything else below is the writer's again.
 * @param least families of legal words that make one of what only starts like one
 */
export function disclaimerAt(lines: readonly Line[], i: number, end: number, least: number): number {
  // Cheap: nearly every line ends here.
  if (!START.test(lines[i]!.head) && !ABOUT_THE_MAIL.test(lines[i]!.head)) return -1;
  let last = endOfParagraph(lines, i, end);
  const text = textOf(lines, i, last);
  if (!START.test(text) && legalWords(text) < least) return -1;
  for (let next = last + 1; next < end; next++) {
    if (lines[next]!.blank) continue;
    const to = endOfParagraph(lines, next, end);
    if (!isMore(lines, next, to)) break;
    last = to;
    next = to;
  }
  return last;
}

function isMore(lines: readonly Line[], from: number, to: number): boolean {
  const text = textOf(lines, from, to);
  if (START.test(text) || legalWords(text) > 0) return true;
  for (let i = from; i <= to; i++) if (!looksLikeSignature(lines[i]!.head) && !isDeviceLine(lines[i]!.head)) return false;
  return true;
}

function endOfParagraph(lines: readonly Line[], from: number, end: number): number {
  let last = from;
  while (last + 1 < end && last - from < LONGEST_PARAGRAPH && !lines[last + 1]!.blank) last++;
  return last;
}

/** The lines joined, up to a bound. */
function textOf(lines: readonly Line[], from: number, to: number): string {
  let text = '';
  for (let i = from; i <= to && text.length < LONGEST; i++) text += `${lines[i]!.head} `;
  return text.trimEnd();
}
