import type { PledgeAct } from '#domain';
import { Phrases } from '../clauses/phrases.js';

export interface ActIdiom {
  readonly verbs: ReadonlySet<string>;
  readonly words: Phrases;
  readonly act: PledgeAct;
  /** Right after the verb, or anywhere in its clause. */
  readonly isNear: boolean;
}

/** Verbs whose act is told by other words than a noun of `act-nouns.ts`. */
const TABLE: readonly (readonly [act: PledgeAct, verbs: string, words: string, near?: 'near'])[] = [
  ['cancel', 'prendre mettre toucher', 'fin|un terme|terme|a sa fin', 'near'],
  ['cancel', 'faire', 'opposition', 'near'],
  ['cancel', 'bloquer fermer', 'votre carte|la carte|votre compte|le compte|ta carte|ton compte', 'near'],
  ['call-back', 'prendre reprendre', 'contact|attache', 'near'],
  ['call-back', 'passer donner', 'un coup de fil|un appel|un coup de telephone', 'near'],
  ['call-back', 'présenter', 'par telephone|au telephone'],
  ['reply', 'tenir garder', 'au courant|informe|informee|informes|au fait', 'near'],
  ['reply', 'faire donner', "un point|le point par|un retour|signe|des nouvelles|part de|une reponse|reponse"],
  ['reply', 'revenir', 'vers vous|vers toi|vers elle|vers lui', 'near'],
  ['reply', 'mettre', 'un mot|un message|un mail|un petit mot', 'near'],
  ['check', 'faire', 'le point avec|des recherches|une recherche|le point sur|le tour'],
  ['check', 'prendre', 'des renseignements|renseignement', 'near'],
  ['check', 'voir regarder', 'avec|aupres|ca avec|cela avec', 'near'],
  ['check', 'poser', 'la question|une question', 'near'],
  ['repair', 'remettre', "en service|en route|en marche|en etat|en eau|le courant|le chauffage|l' electricite|le gaz|l' eau|la lumiere|a neuf|d' aplomb"],
  ['repair', 'avoir retrouver', 'de nouveau|a nouveau'],
  ['repair', 'être', 'operationnel|operationnelle|de nouveau|a nouveau|de retour'],
  ['other', 'mettre', "en service|de cote|en attente|a l' abri|en place|sur la liste|en copie|en priorite|la priorite", undefined],
  ['other', 'passer', 'en commission|en priorite|en revision|en comite', 'near'],
  ['transfer', 'passer', 'votre dossier|le dossier|votre demande|la demande|votre reclamation|ca a|l\' info|le message', 'near'],
  ['correct', 'mettre', 'a jour'],
  ['refund', 'être', 'sur votre compte|sur ton compte|sur le compte'],
  ['deliver', 'être', "entre vos mains|chez vous|a votre porte|au point relais|en point relais|a votre disposition|a disposition|a l' accueil|en magasin|disponible|pret|prete|prets|pretes|en boutique|en rayon"],
  ['gesture', 'être', 'gratuit|gratuite|gratuits|gratuites|pour nous|a notre charge|a nos frais|notre cadeau|pour moi'],
];

export const ACT_IDIOMS: readonly ActIdiom[] = TABLE.map(([act, verbs, words, near]) => ({ act, verbs: new Set(verbs.split(' ')), words: new Phrases(words), isNear: near !== undefined }));

/** « un neuf », « à la place »: one thing sent for another. */
export const INSTEAD = new Phrases("un neuf|une neuve|des neufs|des neuves|un autre|une autre|d' autres|a la place|en remplacement|en echange|de remplacement|de rechange");

/** A gift, whatever carries it. */
export const AS_A_GIFT = new Phrases('offert|offerte|offerts|offertes|gratuit|gratuits|gratuite|gratuites|a titre commercial|a titre gracieux|gracieusement|en cadeau|a titre de geste|pour le desagrement|en dedommagement|en compensation');
