import type { PledgeAct } from '#domain';

/** Nouns that name an act or its result, folded and singular; several words joined by spaces stand before single ones. */
const TABLE: readonly (readonly [act: PledgeAct, nouns: string])[] = [
  [
    'gesture',
    "code promo|code de reduction|code cadeau|bon d' achat|bon cadeau|bon de reduction|cheque cadeau|carte cadeau|geste|avoir|remise|reduction|rabais|ristourne|points|cadeau|dedommagement|compensation|coupon|cagnotte|credit|surclassement|bonus|gratuite|extension de garantie|bon de|bon d'|invitation|mois offert|mois gratuit|semaine offerte|semaine gratuite|nuit offerte|nuit gratuite|annee offerte|an offert|an gratuit|seance offerte|panier garni",
  ],
  ['reply', "compte rendu|compte-rendu|point d' etape|mail de confirmation|accuse de reception|un retour|notre retour|mon retour|reponse|confirmation|nouvelles|mail|courriel|email|e-mail|sms|texto|notification|decision|conclusion|message|recapitulatif|signe|courrier|lettre|explication|precision|accuse"],
  [
    'send-document',
    "bon d' intervention|bon de visite|bon de sortie|bon de garantie|bon de prise en charge|bon de travaux|bon de reparation|bon d' enlevement|bon de depot|bon de reservation|convocation|courrier de confirmation|acte de naissance|extrait|dossier medical|bon de retour|bon de livraison|bon de commande|bon de transport|bon prepaye|carte grise|carte verte|mot de passe|carte d' embarquement|etiquette|facture|duplicata|attestation|contrat|bordereau|billet|e-billet|justificatif|releve|echeancier|certificat|document|notice|devis|copie|avenant|code|mdp|identifiant|lien|liste|formulaire|rib|pdf|horaire|quittance|recu|proces-verbal|rapport|plan|planning|photo|ticket|mandat|dossier d' inscription|convention|tutoriel|tuto|guide|fiche|procedure|diagnostic|catalogue|brochure|feuille|ordonnance|resultat|bilan|fichier|tableau|decompte|avis|grille|programme|numero de suivi|numero|preuve|constat|declaration|bail|diplome|visa|vignette|papier|modele de lettre|coordonnee|pass|licence|badge virtuel|traduction|itineraire|calendrier|cle d' activation|cle de licence|proposition|expertise|telechargement|autorisation|mode d' emploi|manuel|plaquette|simulation|note de credit|voucher|e-ticket|kbis|video|schema|capture|enregistrement",
  ],
  ['refund', 'trop percu|trop-percu|depot de garantie|remboursement|virement|restitution|caution|cheque|difference|ecart|somme|acompte|arrhes|argent|mensualite|cotisation|consigne'],
  ['call-back', "rappel|appel|entretien telephonique|rendez-vous telephonique|rdv telephonique|coup de fil|coup de telephone"],
  ['exchange', 'echange|remplacement'],
  [
    'send-technician',
    "technicien|technicienne|intervention|visite|passage|rendez-vous|rendez vous|rdv|plombier|serrurier|electricien|reparateur|reparatrice|installateur|depanneur|depanneuse|chauffagiste|artisan|monteur|equipe|gars|agent|quelqu'un|qqn|couvreur|menuisier|vitrier|peintre|ouvrier|mecanicien|ramoneur|intervenant|deplacement|frigoriste|jardinier|accordeur|poseur|prestataire|infirmier|infirmiere|macon|taxi|remorqueuse|femme de menage|aide a domicile|releveur|diagnostiqueur|gardien|renfort",
  ],
  ['repair', "reprise de l' enduit|reprise des enduits|reprise de la peinture|reprise des peintures|reprise du carrelage|reprise des joints|reprise des fissures|reprise de l' etancheite|reprise du joint|reprise de la couture|remise au propre|reparation|depannage|retablissement|remise en service|remise en marche|remise en etat|retouche|travaux|remise en route|remise en peinture|remise en eau|remise a neuf|remise en fonction|debouchage|ramonage|detartrage|colmatage|calfeutrage|deratisation|desinsectisation|desinfection|vidange|refection|renovation|poncage|curage|purge|rebouchage|resserrage|reglage|mise aux normes|ravalement|rejointoiement|degorgement|reamorcage|panne|connexion|ligne|courant|chauffage|peinture|pneu|ascenseur|electricite|eau chaude|internet|wifi|fibre|tv|television|reseau|chantier|coupure|nettoyage|revision"],
  ['cancel', 'radiation|desinscription|annulation|resiliation|cloture|suspension|arret|opposition|desabonnement'],
  ['transfer', 'transfert|transmission'],
  ['check', 'verification|controle|enquete|recherche|investigation'],
  ['correct', "correction|rectification|recalcul|ajustement|rectificatif|reevaluation|regularisation|mise a jour|modification|deduction|changement d' adresse"],
  ['other', 'boite aux lettres|prise en charge|releve de compteur|indemnite|indemnisation|prime|mise en service|commission|inscription|reservation|place|interlocuteur|priorite|raccordement|installation|pose'],
  ['deliver', 'retrait|enlevement|remise des cles|remise du colis|remise en main propre|remise en mains propres|livraison|expedition|envoi|colis|paquet|commande|article|produit|marchandise|carte|piece|badge|cle|chaussure|veste|meuble|livre|pack|box|decodeur|appareil|telephone|ordinateur|canape|matelas|velo|kit|lunette|taille|paire'],
];

/** Nouns that are something done, not something that it is done with: with any verb they name the act. */
export const ACTIONS: ReadonlySet<string> = new Set(
  'debouchage ramonage detartrage colmatage deratisation desinsectisation desinfection vidange refection renovation ravalement reglage purge curage remboursement virement restitution livraison expedition envoi intervention visite passage rendez-vous rdv reparation depannage retablissement retouche travaux nettoyage revision chantier annulation resiliation cloture suspension opposition echange remplacement rappel appel reponse confirmation decision verification controle enquete correction rectification regularisation modification geste remise reduction ristourne avoir dedommagement compensation technicien technicienne plombier serrurier electricien reparateur installateur depanneur chauffagiste artisan equipe transfert'.split(' '),
);

interface NounPhrase {
  readonly words: readonly string[];
  readonly act: PledgeAct;
}

/** First word → the phrases that begin with it, longest first. */
export const ACT_NOUNS: ReadonlyMap<string, readonly NounPhrase[]> = (() => {
  const phrases = new Map<string, NounPhrase[]>();
  const all = TABLE.flatMap(([act, nouns]) => nouns.split('|').map((noun) => ({ words: noun.split(' '), act })));
  for (const phrase of all.toSorted((a, b) => b.words.length - a.words.length)) phrases.set(phrase.words[0]!, [...(phrases.get(phrase.words[0]!) ?? []), phrase]);
  return phrases;
})();
