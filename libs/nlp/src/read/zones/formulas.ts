/** A salutation at the start of a mail's own words; the match ends where the matter begins. */
const GREETING = /^(?:(?:re)?bonjour|bonsoir|salut(?:ations)?|coucou|hello|hi|dear|good (?:morning|afternoon)|ch[eè]r(?:e|s|es)?(?:\(e\)s?)?|(?:mesdames|madame|mme|monsieur|messieurs|mademoiselle|m\.|ma[îi]tre|docteur))(?![\p{L}-])/iu;
const LONGEST_GREETING = 90;

/** The length of the salutation that `head` starts with, or 0: « Bonjour Madame Durand, » in « Bonjour Madame Durand, je vous … ». */
export function greetingLength(head: string): number {
  const opening = GREETING.exec(head);
  if (!opening) return 0;
  const rest = head.slice(0, LONGEST_GREETING + 1);
  const stop = /[,!:;]|\.(?=\s|$)/.exec(rest.slice(opening[0].length));
  if (stop) {
    const end = opening[0].length + stop.index + 1;
    // « Bonjour Madame, Monsieur, »: titles in a row.
    const more = /^(?:\s*(?:et\s+)?(?:mesdames|madame|monsieur|messieurs|mademoiselle)(?:\s+\p{Lu}[\p{L}'’-]*){0,3}\s*[,!.:;])+/iu.exec(head.slice(end, end + LONGEST_GREETING));
    return isSalutation(rest.slice(opening[0].length, end - 1)) ? end + (more?.[0].length ?? 0) : shortGreeting(opening[0]);
  }
  return head.length <= LONGEST_GREETING && isSalutation(head.slice(opening[0].length)) ? head.length : shortGreeting(opening[0]);
}

/** « Bonjour je vous écris … »: the greeting is its first word; « Madame a … » is none. */
function shortGreeting(opening: string): number {
  return /^(?:(?:re)?bonjour|bonsoir|salut|coucou|hello)$/i.test(opening) ? opening.length : 0;
}

/** Names and titles, no verb: few words, none of them a pronoun. */
function isSalutation(words: string): boolean {
  return !/(?:^|\s)(?:je|j['’]|nous|vous|il|elle|c['’]est|merci|suite|comme|pour|le|la|les|votre|mon|ma|mes|notre|on|tu|a|est|avez|ai|avons|sommes|suis|i|we|you|thank|thanks)(?![\p{L}-])/iu.test(words) && words.split(/\s+/).length <= 8;
}

const CLOSING_START =
  /^(?:(?:bien|tr[eè]s|plus)\s+(?:cordialement|sinc[eè]rement|respectueusement|amicalement|à (?:vous|toi))|cordialement|cdlt|cdt|bien\s+(?:à (?:vous|toi))|amicalement|amiti[ée]s|sinc[eè]rement|respectueusement|(?:mes |nos |avec (?:mes|nos) |avec |recevez |meilleures |sinc[eè]res |cordiales |respectueuses |salutations|bien des )[^.]{0,60}salutations|(?:meilleures|sinc[eè]res|cordiales|respectueuses) salutations|salutations|meilleurs sentiments|(?:dans l['’]attente|dans l['’]espoir|en (?:vous )?(?:remerciant|esp[ée]rant|restant|attendant|attente)|(?:nous |je )?rest(?:ant|ons|e)\b[^.]{0,40}disposition|nous restons|(?:nous|je) (?:vous|te) (?:prie|prions|souhait)|je vous prie|veuillez (?:agr[ée]er|recevoir|croire|accepter)|(?:je|nous) vous prions?|recevez,|agr[ée]ez|(?:passez|je vous souhaite|nous vous souhaitons)?\s*(?:une |un )?(?:tr[eè]s )?(?:bonne|belle|excellente|bon|excellent) (?:journ[ée]e|soir[ée]e|fin de journ[ée]e|week-?end|r[ée]ception|apr[eè]s-midi|continuation)|à (?:bient[ôo]t|tr[eè]s bient[ôo]t|votre (?:disposition|service|[ée]coute)|plus|demain|tout de suite)|merci (?:d['’]avance|par avance|beaucoup|encore|et bonne|pour votre (?:retour|r[ée]ponse|aide|compr[ée]hension|confiance|patience))|(?:best|kind|warm) regards|regards|sincerely|yours|cheers|bisous|bises)|merci[.,! ]*$)/iu;

/** Is this a line with which a mail takes its leave? */
export function isClosingLine(head: string): boolean {
  return CLOSING_START.test(head);
}

/** Ends a mail for certain: what follows are the writer's name and address. */
const FINAL = /^(?:(?:bien|tr[eè]s)\s+)?(?:cordialement|cdlt|cdt|amicalement|amiti[ée]s|sinc[eè]rement|respectueusement|à (?:vous|toi)\b)|salutations|sentiments|consid[ée]ration|^(?:(?:best|kind|warm) )?regards|^sincerely|^yours|^cheers|^bises|^bisous|^à bient[ôo]t/iu;

export function isFinalFormula(head: string): boolean {
  return FINAL.test(head);
}
