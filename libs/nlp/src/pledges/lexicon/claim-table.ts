import { Phrases } from '../clauses/phrases.js';

export interface ClaimRow {
  readonly question: string;
  /** What the words say, and what they say when they are denied; null: nothing. */
  readonly answer: string;
  readonly denied: string | null;
  readonly words: Phrases;
  /** The words count only beside this. */
  readonly only: Only | null;
  /** Nouns of the question itself, which are no topic. */
  readonly isOwnTopic: ReadonlySet<string>;
}

/** `amount`: a sum that is no pledge · `refund`: money paid out · `past`: said to have happened · `thing`: not said of the customer. */
type Only = 'amount' | 'refund' | 'past' | 'thing';

/** Facts of a case that two agents may tell otherwise. `words`: folded. */
const TABLE: readonly (readonly [question: string, answer: string, denied: string | null, words: string, only?: Only])[] = [
  ['cost', 'free', 'charged', "gratuit|gratuite|gratuits|gratuites|offert|offerte|offerts|offertes|sans frais|compris|comprise|inclus|incluse|incluses|aucun frais|aucuns frais|sans supplement|rien a payer|a notre charge|sans surcout"],
  ['cost', 'charged', 'free', 'facturee|facturees|est facture|sera facture|sont factures|seront factures|payant|payante|payants|payantes|a votre charge|coute|coutera|a vos frais'],
  ['cost', 'charged', null, 'en plus|en supplement|en sus|de frais|des frais|entrainera|supplementaires', 'amount'],
  ['need', 'needed', 'not-needed', "besoin|indispensable|obligatoire|obligatoires|necessaire|necessaires|exige|exigee|requis|requise|faut la|faut le|faut un|faut une|faut l'|faut les|faut votre|faut des|faudra la|faudra le|faudra un|faudra une|faudra l'|a respecter|a fournir|vous devez fournir|est demande|est demandee|imperatif"],
  ['need', 'not-needed', null, "dispense|dispensee|dispenses|inutile|facultatif|facultative|pas la peine|exempte|exemptee|sans piece|sans justificatif|sans rendez-vous|sans preavis|sans condition"],
  ['warranty', 'covered', 'not-covered', "sous garantie|court jusqu'|garantie court|garantie prend|garantie elle prend|garanti|garantie jusqu'|couvert|couverte|couvre|encore garanti|garantie vaut|garantie marche|garantie s' applique"],
  ['warranty', 'not-covered', null, "hors garantie|exclu|exclue|exclus de la garantie|garantie expiree|garantie est expiree|garantie est terminee|garantie est finie"],
  ['access', 'open', 'closed', 'accessible|accessibles|ouvert a|ouverte a|ouvert aux|ouverte aux|ouverts aux|donne acces|avez acces|aurez acces|incluse dans votre|inclus dans votre|pour tous|ouverte a tous'],
  ['access', 'closed', 'open', "reserve|reservee|reserves|reservees|interdit|interdite|seulement pour|uniquement pour|que pour les"],
  ['commitment', 'none', null, 'sans engagement|libre de partir|a tout moment|aucun engagement|resiliable'],
  ['commitment', 'bound', 'none', 'engage|engagee|duree d\' engagement|engagement de|engages'],
  ['means', 'card', null, 'carte bancaire|sur votre carte|sur la carte|sur votre cb|sur la cb', 'refund'],
  ['means', 'voucher', null, "forme d' avoir|en avoir|bon d' achat|en bons|par un avoir|en carte cadeau", 'refund'],
  ['means', 'transfer', null, 'par virement|sur votre compte bancaire|sur votre compte', 'refund'],
  ['means', 'cheque', null, 'par cheque|un cheque', 'refund'],
  ['who', 'company', null, 'nous qui venons|on vient chercher|venons chercher|viendrons chercher|passons prendre|passe le prendre|vient le chercher|viendra chercher|on vient le recuperer|nous qui nous en chargeons|on s\' en occupe'],
  ['who', 'customer', null, "il vous appartient|vous appartient|vous revient|a vous de|vous devez deposer|vous devez le deposer|faut deposer|faut le deposer|vous devez le ramener|faut le ramener|par vos soins"],
  ['stage', 'sent', 'not-sent', 'expedie|expediee|parti|partie|quitte|envoye|envoyee|remis au transporteur|livree', 'past'],
  ['cause', 'carrier', null, 'vient du transporteur|la faute du transporteur|cause du transporteur|erreur du transporteur|du livreur'],
  ['cause', 'company', null, 'erreur de notre part|notre erreur|de notre fait|faute de notre|retard chez nous'],
  ['possible', 'yes', 'no', 'echangeable|echangeables|remboursable|remboursables|modifiable|modifiables|annulable|annulables|transferable|reparable|possible|cumulable|cumulables|reprise possible'],
  ['possible', 'no', null, 'impossible|non remboursable|non echangeable|non modifiable|irreparable'],
  ['stock', 'in-stock', 'out-of-stock', 'en stock|disponible|disponibles|dispo|en magasin', 'thing'],
  ['stock', 'out-of-stock', 'in-stock', 'en rupture|rupture de stock|epuise|epuisee|plus fabrique|plus fabriquee|indisponible|indisponibles|plus disponible', 'thing'],
];

export const CLAIM_TABLE: readonly ClaimRow[] = TABLE.map(([question, answer, denied, words, only]) => ({
  question, answer, denied, only: only ?? null, words: new Phrases(words), isOwnTopic: new Set(words.split(/[| ]/)),
}));

/** All of them at once: a first look. */
export const CLAIM_WORDS = new Phrases(TABLE.map(([, , , words]) => words).join('|'));
