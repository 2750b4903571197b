import type { PledgeAct } from '#domain';

/** Nouns that name an act or its result, folded and singular; several words joined by spaces stand before single ones. */
const TABLE: readonly (readonly [act: PledgeAct, nouns: string])[] = [
  ['gesture', "code promo|bon d' achat|bon cadeau|cheque cadeau|carte cadeau|geste|avoir|remise|reduction|rabais|ristourne|points|cadeau|dedommagement|compensation|coupon|cagnotte|surclassement|bonus|gratuite|retouche offert|extension|bon"],
  ['reply', "compte rendu|compte-rendu|mail de confirmation|accuse de reception|reponse|confirmation|nouvelles|mail|courriel|email|e-mail|sms|texto|notification|decision|conclusion|message|recapitulatif|signe|retour d' information"],
  ['send-document', "bon de retour|bon de livraison|bon de commande|carte grise|mot de passe|carte d' embarquement|etiquette retour|facture|duplicata|attestation|contrat|etiquette|bordereau|billet|e-billet|justificatif|releve|echeancier|certificat|document|notice|devis|copie|avenant|code|mdp|identifiant|lien|liste|formulaire|rib|pdf|horaire|quittance|recu|proces-verbal|rapport|plan|planning|courrier|lettre|photo|ticket|mandat|dossier d' inscription|convention|releve de compte|tutoriel|guide|fiche|procedure|diagnostic|expertise"],
  ['refund', 'trop percu|trop-percu|depot de garantie|frais de port|remboursement|virement|restitution|caution|cheque|difference|ecart|somme|acompte|arrhes|prelevement|mensualite|cotisation'],
  ['call-back', 'rappel|appel|entretien telephonique|coup de fil|telephone|ligne'],
  ['exchange', 'echange|remplacement|la nouvelle|le nouveau'],
  ['send-technician', "technicien|technicienne|intervention|visite|passage|rendez-vous|rendez vous|rdv|plombier|serrurier|electricien|reparateur|reparatrice|installateur|depanneur|chauffagiste|artisan|monteur|equipe|agent|quelqu'un|qqn|couvreur|menuisier|vitrier|peintre|ouvrier|mecanicien|ramoneur|intervenant|deplacement"],
  ['repair', 'reparation|depannage|retablissement|remise en service|remise en marche|remise en etat|retouche|travaux|panne|connexion|ligne|courant|chauffage|peinture|pneu|ascenseur'],
  ['cancel', 'annulation|resiliation|cloture|suspension|arret|opposition|desabonnement'],
  ['transfer', 'transfert|transmission'],
  ['check', 'verification|controle|enquete|recherche|investigation'],
  ['other', 'releve de compteur|retour'],
  ['correct', 'correction|rectification|regularisation|mise a jour|modification|changement d\' adresse'],
  ['deliver', 'livraison|expedition|envoi|colis|paquet|commande|article|produit|marchandise|carte|piece|badge|cle|chaussure|veste|meuble|livre|pack|box|decodeur|appareil'],
];

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
