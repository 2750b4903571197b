import type { PledgeAct } from '#domain';

/** Classes of things that an act is told by, folded and singular. */
const NOUNS = {
  case: 'dossier demande reclamation plainte courrier signalement anomalie probleme requete message remarque question cas avis suggestion doleance litige incident ticket',
  charge: 'frais penalite dette amende majoration supplement option prelevement echeance facture relance agios surcout cotisation abonnement contrat forfait assurance commande reservation ligne mandat solde impaye',
  record: "adresse nom prenom coordonnee rib iban numero mail email titulaire date orthographe fiche profil tarif siege horaire creneau mensualite compte informations dossier civilite telephone",
  goods: 'box paire lit four lampe chaise table robe veste manteau chaussure telephone ordinateur tablette casque montre velo trottinette poussette matelas canape fauteuil televiseur ecran machine aspirateur robot cafetiere bouilloire piece batterie appareil modele article produit exemplaire chambre vehicule voiture decodeur modem telecommande chargeur flacon bouteille lot taille sac valise pneu compteur chauffe-eau serrure',
  gift: "bon cheque-cadeau carte-cadeau cadeau bouquet chocolat champagne fleur seance nuit massage invitation place entree mois semaine point avoir coupon code remise reduction rabais ristourne boite panier coffret surclassement repas diner",
  lasting: 'garantie abonnement essai offre validite adhesion licence carte bon avoir',
  money: 'argent somme montant euro € caution acompte arrhes trop-percu difference depot taxi parking billet hotel',
  treat: 'chocolat bouquet champagne fleur coffret cadeau panier invitation goodies',
} as const;

type NounClass = keyof typeof NOUNS;

/** What is done with which things: the verb and the class of its object (of its subject, in the passive) tell the act together. `towards others`: to somebody who is not the customer. */
const TABLE: readonly (readonly [act: PledgeAct, verbs: string, nouns: NounClass, to?: 'others'])[] = [
  ['transfer', 'passer envoyer transmettre remettre soumettre confier adresser remonter suivre porter acheminer relayer communiquer donner rediriger présenter', 'case', 'others'],
  ['cancel', 'effacer lever supprimer ôter enlever retirer abandonner stopper arrêter couper solder annuler résilier suspendre clore clôturer interrompre', 'charge'],
  ['correct', 'modifier changer actualiser reprendre corriger rectifier compléter', 'record'],
  ['exchange', 'changer remplacer', 'goods'],
  ['gesture', 'créer générer émettre éditer offrir laisser poser préparer glisser joindre ajouter rajouter attribuer', 'gift'],
  ['gesture', 'envoyer adresser livrer recevoir avoir déposer remettre expédier', 'treat'],
  ['gesture', 'étendre prolonger rallonger allonger', 'lasting'],
  ['refund', 'rendre repayer reverser restituer', 'money'],
];

export interface ActFrame {
  readonly act: PledgeAct;
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly isToOthers: boolean;
}

export const ACT_FRAMES: readonly ActFrame[] = TABLE.map(([act, verbs, nouns, to]) => ({ act, verbs: new Set(verbs.split(' ')), nouns: new Set(NOUNS[nouns].split(' ')), isToOthers: to === 'others' }));

export const GOODS: ReadonlySet<string> = new Set(NOUNS.goods.split(' '));
