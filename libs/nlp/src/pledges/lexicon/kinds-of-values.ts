import { MORE_VALUES } from './more-values.js';

/**
 * Words that answer one question each: where, who, by what means, on what paper. Two different ones of a kind, told of one thing, cannot both hold. Folded, singular; a line of `|` parts holds words
 * for one value.
 */
const TABLE = {
  place: 'magasin boutique|agence|gare|mairie|point-relais relais|poste|domicile|entrepot|atelier|guichet|accueil|parking|place|rue|quai|terminal|salle|hall|hotel|aeroport|arret|ecole|cabinet|hopital|clinique|laboratoire labo|pharmacie|caisse|comptoir|gardien gardienne loge|voisin voisine|depot plateforme|dechetterie|gymnase|piscine|stade|cafeteria|bibliotheque mediatheque|prefecture|sous-sol|rez-de-chaussee|cour|jardin|marche|eglise|pont|port|centre|siege|concession garage|kiosque|consigne casier|internet ligne portail appli application',
  means: 'cheque|virement|carte cb|espece liquide|bon avoir|prelevement|mandat',
  channel: 'mail courriel email e-mail|courrier recommande|telephone|sms texto|application appli|internet ligne site',
  role: 'client passager voyageur abonne usager assure patient adherent titulaire|locataire|proprietaire bailleur|syndic copropriete|mutuelle|assurance assureur|transporteur livreur|banque|fournisseur fabricant constructeur|employeur|mairie commune|etat|vendeur|loueur|acheteur acquereur|parent|organisateur|hotel|prestataire sous-traitant|gestionnaire distributeur|notaire|voisin',
  paper: 'identite passeport cni|rib iban|facture ticket recu|justificatif domicile|bulletin fiche-paie|avis imposition impot|attestation|certificat|photo|formulaire|contrat|devis|ordonnance|permis|carte-grise|releve|acte|livret|diplome|cheque|signature|procuration|autorisation|quittance|constat|etiquette|emballage',
} as const;

export type ValueKind = keyof typeof TABLE;

/** Word → the word that stands for its value. */
const valuesOf = (kind: ValueKind): ReadonlyMap<string, string> =>
  new Map(`${TABLE[kind]}|${MORE_VALUES[kind]}`.split('|').flatMap((words) => words.split(' ').map((word) => [word, words.split(' ')[0]!] as const)));

export const VALUES: Readonly<Record<ValueKind, ReadonlyMap<string, string>>> = {
  place: valuesOf('place'), means: valuesOf('means'), channel: valuesOf('channel'), role: valuesOf('role'), paper: valuesOf('paper'),
};

/** Words that are such an answer: they tell no two things apart. */
export const ANSWERS: ReadonlySet<string> = new Set([...VALUES.place.keys(), ...VALUES.role.keys(), ...VALUES.channel.keys(), ...VALUES.means.keys()]);
