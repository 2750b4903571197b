import type { PledgeAct } from '#domain';

/** Classes of things that an act is told by, folded and singular. */
const NOUNS = {
  case: 'dossier demande reclamation plainte courrier signalement anomalie probleme requete message remarque question cas avis suggestion doleance litige incident ticket',
  charge: 'frais penalite dette amende majoration supplement option prelevement echeance facture relance agios surcout cotisation abonnement contrat forfait assurance commande reservation ligne mandat solde impaye',
  record: "adresse nom prenom coordonnee rib iban numero mail email titulaire date orthographe fiche profil tarif siege horaire creneau mensualite compte informations dossier civilite telephone",
  goods: 'box paire lit four lampe chaise table robe veste manteau chaussure telephone ordinateur tablette casque montre velo trottinette poussette matelas canape fauteuil televiseur ecran machine aspirateur robot cafetiere bouilloire piece batterie appareil modele article produit exemplaire chambre vehicule voiture decodeur modem telecommande chargeur flacon bouteille lot taille sac valise pneu compteur chauffe-eau serrure couleur coloris pointure reference barillet',
  gift: "bon cheque-cadeau carte-cadeau cadeau bouquet chocolat champagne fleur seance massage invitation mois semaine point avoir coupon code remise reduction rabais ristourne panier coffret surclassement",
  night: 'nuit jour journee place entree repas diner petit-dejeuner heure lecon cours',
  lasting: 'garantie abonnement essai offre validite adhesion licence carte bon avoir',
  money: 'argent somme montant euro € caution acompte arrhes trop-percu difference depot taxi parking billet hotel',
  treat: 'chocolat bouquet champagne fleur coffret cadeau panier invitation goodies',
  finish: 'ourlet couture robe veste pantalon manche doublure cintrage peinture enduit joint finition soudure etancheite carrelage mur plafond fuite defaut tache accroc rayure parquet facade toiture terrasse cloison robinet chaudiere',
  answer: 'decision date reponse montant delai heure creneau motif raison conclusion issue verdict nom cause',
  bill: 'facture note addition hotel taxi parking remorquage depannage billet frais hebergement loyer reparation peage carburant nuit repas amende',
  taken: 'ancien ancienne vieux vieille emballage gravat dechet encombrant carton palette mobilier fruit matelas canape fauteuil lave-linge frigo refrigerateur appareil meuble lit machine televiseur box decodeur velo vehicule voiture dechets',
  trial: 'diagnostic inventaire test essai verif audit expertise bilan mesure constat comptage simulation',
  person: 'responsable collegue chef manager comptable atelier depot magasin technique direction superviseur gestionnaire equipe service logistique comptabilite patron cheffe',
  price: 'taux tarif prix forfait mensualite loyer cotisation',
  line: 'numero ligne abonnement contrat compte solde epargne forfait bail portabilite point licence',
} as const;

type NounClass = keyof typeof NOUNS;

/** What is done with which things: the verb and the class of its object (of its subject, in the passive) tell the act together. `others`: to somebody who is not the customer; `own`: the customer is not who does it. */
const TABLE: readonly (readonly [act: PledgeAct, verbs: string, nouns: NounClass, to?: 'others' | 'own'])[] = [
  ['transfer', 'passer envoyer transmettre remettre soumettre confier adresser remonter suivre porter acheminer relayer communiquer donner rediriger présenter', 'case', 'others'],
  ['cancel', 'effacer lever supprimer ôter enlever retirer abandonner stopper arrêter couper solder annuler résilier suspendre clore clôturer interrompre', 'charge'],
  ['other', 'régler payer financer avancer prendre', 'bill', 'own'],
  ['repair', 'reprendre refaire revoir retravailler ajuster recouper finir terminer', 'finish', 'own'],
  ['other', 'reprendre récupérer enlever débarrasser emporter évacuer chercher ramasser collecter retirer', 'taken', 'own'],
  ['reply', 'communiquer annoncer dire préciser indiquer donner', 'answer', 'own'],
  ['check', 'faire réaliser effectuer mener lancer refaire', 'trial', 'own'],
  ['check', 'voir consulter', 'person', 'own'],
  ['correct', 'remettre rétablir ramener repositionner', 'price', 'own'],
  ['other', 'transférer basculer', 'line'],
  ['correct', 'modifier changer actualiser reprendre corriger rectifier compléter', 'record'],
  ['exchange', 'changer remplacer', 'goods'],
  ['gesture', 'créer générer émettre éditer offrir laisser poser préparer glisser joindre ajouter rajouter attribuer', 'gift'],
  ['gesture', 'ajouter rajouter', 'night'],
  ['gesture', 'envoyer adresser livrer recevoir avoir déposer remettre expédier', 'treat'],
  ['gesture', 'étendre prolonger rallonger allonger', 'lasting'],
  ['refund', 'rendre repayer reverser restituer', 'money'],
];

export interface ActFrame {
  /** In the table: the first that fits counts. */
  readonly place: number;
  readonly act: PledgeAct;
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly isToOthers: boolean;
  readonly isOwn: boolean;
}

export const ACT_FRAMES: readonly ActFrame[] = TABLE.map(([act, verbs, nouns, to], place) => ({ place, act, verbs: new Set(verbs.split(' ')), nouns: new Set(NOUNS[nouns].split(' ')), isToOthers: to === 'others', isOwn: to === 'own' }));

export const GOODS: ReadonlySet<string> = new Set(NOUNS.goods.split(' '));
