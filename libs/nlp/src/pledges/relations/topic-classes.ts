/**
 * Nouns that customer service uses for one another when it speaks of one thing of a case, folded and singular; the first stands for all.
 * Ours, from the words of the trade; nouns of different things (aller and retour, frigo and congelateur) must not meet here.
 */
const CLASSES: readonly (readonly string[])[] = [
  ['colis', 'paquet', 'commande', 'livraison', 'article', 'produit', 'envoi', 'livreur', 'marchandise', 'expedition', 'coursier'],
  ['remboursement', 'virement', 'somme', 'argent', 'montant', 'reversement', 'versement', 'paiement'],
  ['cheque', 'chequier'],
  ['contrat', 'abonnement', 'forfait'],
  ['annulation', 'resiliation', 'cloture'],
  ['correction', 'rectification', 'regularisation', 'modification'],
  ['depot', 'caution'],
  ['appel', 'rappel', 'telephone', 'conseiller'],
  ['reponse', 'retour', 'nouvelle', 'courriel', 'mail'],
  ['technicien', 'intervention', 'reparateur', 'depanneur', 'gars', 'equipe', 'quelqu\'un', 'agent', 'ouvrier', 'rendez-vous', 'passage', 'visite'],
  ['nuit', 'nuitee'],
  ['billet', 'ticket', 'titre', 'e-billet', 'place', 'invitation'],
  ['justificatif', 'piece', 'document'],
  ['vehicule', 'voiture', 'auto'],
  ['telephone', 'tel', 'smartphone', 'mobile', 'portable'],
  ['frais', 'cout'],
  ['geste', 'dedommagement', 'compensation', 'indemnite', 'indemnisation', 'bon', 'avoir', 'remise', 'reduction', 'ristourne', 'rabais', 'gratuite', 'gratuit', 'offert', 'credit', 'coupon', 'code'],
  ['reparation', 'depannage', 'panne', 'retablissement'],
  ['echange', 'remplacement'],
  ['refrigerateur', 'frigo'],
  ['degat', 'dommage', 'sinistre'],
  ['televiseur', 'television', 'tele'],
  ['ordinateur', 'pc'],
  ['trop-percu', 'trop'],
  ['paire', 'pair'],
  ['document', 'attestation', 'duplicata'],
];

const CLASS_OF: ReadonlyMap<string, string> = new Map(CLASSES.flatMap((nouns) => nouns.map((noun) => [noun, nouns[0]!])));

/** What a topic is matched by: its class, or itself. */
export const classOf = (topic: string): string => CLASS_OF.get(topic) ?? topic;
