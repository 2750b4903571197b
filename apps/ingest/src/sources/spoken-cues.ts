/**
 * What only the one who answers for a company says, and what only the one who calls it says, in French and English.
 * Own list, from how calls are opened, held and closed; written without accents or case, as the words are compared.
 * Each line is one cue: saying it twice proves no more than saying it once.
 */
export const AGENT_CUES: readonly RegExp[] = [
  /\b(?:que|qu[’' ]est ce que|en quoi|comment) (?:puis je|je peux|peut on|pouvons nous) (?:faire pour vous|vous (?:aider|etre utile|renseigner))/,
  /\bbienvenue (?:chez|au service|a l[’' ]assistance)\b/,
  /\bservice (?:clients?|clientele|apres vente|consommateurs?|facturation|technique)\b[^.?!]{0,40}\bbonjour\b/,
  /\b(?:a votre (?:ecoute|service)|je vous ecoute)\b/,
  /\bmerci (?:de votre appel|d[’' ]avoir (?:appele|patiente|choisi)|pour votre (?:appel|patience))\b/,
  /\b(?:ne quittez pas|je vous (?:mets|place) en attente|je vous (?:transfere|mets en relation)|restez en ligne)\b/,
  /\b(?:puis je|pouvez vous|pourriez vous|je peux)(?: \w+){0,3} (?:me )?(?:avoir|donner|communiquer|rappeler|confirmer|indiquer|preciser) (?:votre|vos|le numero|la reference)\b/,
  /\b(?:je|nous) (?:consulte|regarde|verifie|vois|retrouve|ouvre|cree)(?: \w+){0,3} (?:dans )?votre (?:dossier|compte|commande|contrat|fiche|ligne|facture)\b/,
  /\by a t il (?:autre|quelque) chose|\bavez vous (?:une )?(?:d[’' ])?autres? (?:question|demande)s?\b|\bautre chose que je puisse faire\b/,
  /\bhow (?:can|may) i (?:help|assist)\b/,
  /\bthank you for (?:calling|holding)\b/,
  /\bis there anything else i can\b/,
  /\b(?:may|can|could) (?:i|you)(?: \w+){0,3} your (?:account|order|phone|customer|reference)(?: \w+)? ?(?:number|id)?\b/,
];

export const CUSTOMER_CUES: readonly RegExp[] = [
  /\bje (?:vous )?(?:appelle|telephone|rappelle|contacte)(?: \w+){0,2} (?:parce|car|pour|au sujet|a propos|concernant|suite)\b/,
  /\bj[’' ]ai (?:commande|achete|recu|souscrit|un (?:probleme|souci)|une (?:question|panne|reclamation)|toujours pas|paye|ete (?:preleve|debite|facture)|perdu)/,
  /\b(?:mon|ma|mes) (?:colis|commande|facture|contrat|abonnement|dossier|livraison|remboursement|compte client|box|ligne|livreur)\b/,
  /\b(?:j[’' ]attends|je n[’' ]?ai (?:toujours )?(?:pas|rien) recu|je suis client|je voudrais (?:savoir|annuler|resilier|un remboursement|parler)|j[’' ]aimerais (?:savoir|annuler|resilier))/,
  /\bvous (?:m[’' ]avez|aviez|ne m[’' ]avez)(?: \w+)? (?:dit|promis|envoye|facture|preleve|livre|repondu)\b/,
  /\b(?:i[’' ]?m calling (?:about|because|to)|i (?:ordered|bought|received)|my (?:order|bill|parcel|subscription|invoice)|i[’' ]d like to (?:cancel|add|know|change))\b/,
];

/** Without accents, case, hyphens or doubled spaces; apostrophes all alike. */
export const foldSpeech = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ]/g, "'").replace(/[-\s]+/g, ' ');

/** Who answers a call says a name and then « bonjour »; who calls says « bonjour » first, or « oui bonjour ». */
export const isOpening = (folded: string): boolean =>
  /^ ?(?!(?:oui|ouais|allo|bonjour|bonsoir|euh|ah|madame|monsieur|voila)\b)[a-z0-9', ]{3,60}\b(?:bonjour|bonsoir)\b/.test(folded);
