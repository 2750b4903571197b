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
  ['cancel', 'faire mettre', 'opposition|en opposition', 'near'],
  ['cancel', 'bloquer fermer', 'votre carte|la carte|votre compte|le compte|ta carte|ton compte', 'near'],
  ['gesture', 'faire', 'grace|cadeau', 'near'],
  ['exchange', 'prendre', 'la place|sa place|leur place', 'near'],
  ['exchange', 'mettre remettre poser installer monter', 'un neuf|une neuve|des neufs|des neuves'],
  ['deliver', 'monter porter déposer livrer', "a l' etage|au premier etage|au deuxieme etage|au troisieme etage|dans votre appartement|dans l' appartement|jusqu' a votre appartement"],
  ['gesture', 'passer mettre installer', 'en premiere|en premiere classe|en classe superieure|en categorie superieure|en classe affaires|en suite', 'near'],
  ['call-back', 'avoir reprendre', 'au telephone|au tel|au bout du fil', 'near'],
  ['reply', 'refaire', 'un point|le point|un mail|un message|un retour', 'near'],
  ['call-back', 'prendre reprendre', 'contact|attache', 'near'],
  ['call-back', 'passer donner', 'un coup de fil|un appel|un coup de telephone', 'near'],
  ['call-back', 'présenter faire voir discuter reparler échanger contacter joindre répondre revenir expliquer tenir', 'par telephone|au telephone|par tel|au tel|de vive voix'],
  ['call-back', 'sonner biper', 'demain|tout a l\' heure|ce soir'],
  ['reply', 'tenir garder', 'au courant|informe|informee|informes|au fait|au jus', 'near'],
  ['reply', 'rendre apporter donner fournir', 'reponse|une reponse|une reponse definitive|des nouvelles'],
  ['reply', 'confirmer reconfirmer', 'par texto|par sms|par mail|par ecrit|par courrier|par message|par e-mail|par email'],
  ['reply', 'revenir', 'ici|sur le chat|dans ce chat|vers toi', 'near'],
  ['reply', 'faire donner', "un point|le point par|un retour|signe|des nouvelles|part de|une reponse|reponse"],
  ['reply', 'revenir', 'vers vous|vers toi|vers elle|vers lui', 'near'],
  ['reply', 'mettre', 'un mot|un message|un mail|un petit mot', 'near'],
  ['check', 'tirer', 'ca au clair|cela au clair|les choses au clair'],
  ['check', 'mener diligenter ouvrir lancer', 'une enquete|l\' enquete|des recherches|une recherche|des investigations|une investigation'],
  ['check', 'faire', 'le point avec|des recherches|une recherche|le point sur|le tour'],
  ['check', 'prendre', 'des renseignements|renseignement', 'near'],
  ['check', 'voir regarder', 'avec|aupres|ca avec|cela avec', 'near'],
  ['check', 'poser', 'la question|une question', 'near'],
  ['repair', 'remettre', "en service|en route|en marche|en etat|en eau|le courant|le chauffage|l' electricite|le gaz|l' eau|la lumiere|a neuf|d' aplomb|en ordre|debout|en fonction|en fonctionnement|la ligne|la connexion"],
  ['repair', 'avoir retrouver', 'de nouveau|a nouveau'],
  ['repair', 'être', 'operationnel|operationnelle|de nouveau|a nouveau|de retour'],
  ['other', 'mettre', "en service|de cote|en attente|a l' abri|en place|sur la liste|en copie|en priorite|la priorite", undefined],
  ['other', 'passer', 'en commission|en priorite|en revision|en comite', 'near'],
  ['gesture', 'prendre', "a notre charge|sur nous|pour nous|a nos frais"],
  ['send-technician', 'rendre déplacer', 'chez vous|chez toi|a votre domicile|sur place|a domicile', 'near'],
  ['send-technician', 'envoyer dépêcher', "quelqu'un|quelqu' un|une personne|une equipe|un gars|du monde|nos equipes", 'near'],
  ['transfer', 'saisir', 'le service|la direction|notre service|le mediateur|notre direction', 'near'],
  ['transfer', 'porter', 'a la connaissance|a l\' attention'],
  ['transfer', 'remonter', 'a l\' equipe|a la direction|au service|a ma responsable|a mon responsable|le probleme|l\' information|ca'],
  ['transfer', 'signaler', 'a l\' equipe|aux|a la technique|au service'],
  ['gesture', 'compter faire laisser mettre passer accorder', 'moitie prix|a moitie prix|de moins|moins cher|au prix coutant|a prix coutant|prix d\' ami|un prix|cadeau de|en promo'],
  ['correct', 'repasser remettre rebasculer repositionner', 'au tarif|au prix|au forfait|en forfait|a l\' ancien|en formule|en offre'],
  ['correct', 'prendre', 'en compte'],
  ['deliver', 'attendre', 'en boutique|en magasin|en point relais|a l\' accueil|au comptoir|en agence|au guichet'],
  ['deliver', 'quitter', 'notre entrepot|notre atelier|nos ateliers|nos entrepots|l\' entrepot|l\' atelier|le depot|notre depot'],
  ['deliver', 'remettre', 'en main propre|en mains propres', 'near'],
  ['transfer', 'passer', 'votre dossier|le dossier|votre demande|la demande|votre reclamation|ca a|l\' info|le message', 'near'],
  ['correct', 'mettre', 'a jour'],
  ['refund', 'être', 'sur votre compte|sur ton compte|sur le compte'],
  ['deliver', 'être arriver parvenir', 'dans votre boite|dans votre boite aux lettres|dans ta boite'],
  ['deliver', 'être', "entre vos mains|chez vous|a votre porte|au point relais|en point relais|a votre disposition|a disposition|a l' accueil|en magasin|disponible|pret|prete|prets|pretes|en boutique|en rayon"],
  ['gesture', 'rester demeurer', 'gratuit|gratuite|gratuits|gratuites|offert|offerte|offerts|offertes|a notre charge|a nos frais|pour nous'],
  ['gesture', 'être', 'gratuit|gratuite|gratuits|gratuites|pour nous|a notre charge|a nos frais|notre cadeau|cadeau|un cadeau|pour moi'],
];

const ALL: readonly ActIdiom[] = TABLE.map(([act, verbs, words, near]) => ({ act, verbs: new Set(verbs.split(' ')), words: new Phrases(words), isNear: near !== undefined }));

/** Verb → its idioms, in the order of the table. */
export const ACT_IDIOMS: ReadonlyMap<string, readonly ActIdiom[]> = new Map([...new Set(ALL.flatMap(({ verbs }) => [...verbs]))].map((verb) => [verb, ALL.filter(({ verbs }) => verbs.has(verb))]));

/** « un neuf », « à la place »: one thing sent for another. */
export const INSTEAD = new Phrases("un neuf|une neuve|des neufs|des neuves|un autre|une autre|d' autres|a la place|en remplacement|en echange|de remplacement|de rechange|pour remplacer");

/** Said of what is given to make up for something. */
export const APOLOGETIC = new Phrases("en guise d' excuses|en guise d' excuse|pour nous faire pardonner|pour me faire pardonner|pour m' excuser|pour nous excuser|pour s' excuser|avec nos excuses|avec toutes nos excuses|en signe d' excuses|pour la gene|pour la gene occasionnee|pour l' attente|pour le derangement|pour les desagrements");

/** A gift, whatever carries it. */
export const AS_A_GIFT = new Phrases('offert|offerte|offerts|offertes|gratuit|gratuits|gratuite|gratuites|a titre commercial|a titre gracieux|gracieusement|en cadeau|a titre de geste|pour le desagrement|en dedommagement|en compensation');
