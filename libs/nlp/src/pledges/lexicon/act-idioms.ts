import type { PledgeAct } from '#domain';
import { Phrases } from '../clauses/phrases.js';

export interface ActIdiom {
  readonly verbs: ReadonlySet<string>;
  /** One of these has to follow the verb in its clause. */
  readonly words: Phrases;
  readonly act: PledgeAct;
}

/** Verbs whose act is told by other words than a noun of `act-nouns.ts`. */
const TABLE: readonly (readonly [act: PledgeAct, verbs: string, words: string])[] = [
  ['cancel', 'prendre mettre', "fin|un terme|terme"],
  ['cancel', 'faire', 'opposition'],
  ['call-back', 'prendre reprendre', 'contact|attache'],
  ['call-back', 'passer donner', "un coup de fil|un appel|un coup de telephone"],
  ['reply', 'tenir garder', 'au courant|informe|informee|informes|au fait'],
  ['reply', 'faire donner', "un point|le point par|un retour|signe|des nouvelles|part de|savoir"],
  ['reply', 'revenir', 'vers vous|vers toi|vers elle|vers lui'],
  ['check', 'faire', "le point avec|des recherches|une recherche|le point sur"],
  ['check', 'prendre', 'des renseignements|renseignement'],
  ['check', 'voir regarder', 'avec|aupres'],
  ['repair', 'remettre', "en service|en route|en marche|en etat|en eau|en ligne|le courant|le chauffage|l' electricite|le gaz|l' eau|la lumiere"],
  ['repair', 'avoir retrouver', 'de nouveau|a nouveau'],
  ['other', 'mettre', "en service|de cote|en attente|a l' abri|en place"],
  ['correct', 'mettre', 'a jour'],
  ['correct', 'passer repasser revenir', 'a € | a la baisse'],
  ['refund', 'être', 'sur votre compte|sur ton compte|sur le compte'],
  ['deliver', 'être', "entre vos mains|chez vous|a votre porte|au point relais|a votre disposition|a disposition|a l' accueil|en magasin"],
  ['gesture', 'être', 'pour nous|a notre charge|a nos frais|notre cadeau'],
  ['gesture', 'prendre', 'a notre charge|en charge les frais'],
];

export const ACT_IDIOMS: readonly ActIdiom[] = TABLE.map(([act, verbs, words]) => ({ act, verbs: new Set(verbs.split(' ')), words: new Phrases(words) }));
