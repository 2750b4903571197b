import type { ContactReason } from '#domain';

/**
 * Phrases that tell a reason, folded (no accents, no capitals, « l’ » and the like apart). `a|b` either word, `mot*` any
 * ending, `…` up to four words between. Two lists per reason: what says it alone, and what only speaks for it.
 */
export const REASON_PHRASES: Readonly<Record<ContactReason, { readonly says: readonly string[]; readonly hints: readonly string[] }>> = {
  delivery: {
    says: [
      'ou en est … commande|colis|livraison|paquet', 'livraison', 'livreur*', 'suivi … colis|commande|indique|livraison', 'numero de suivi',
      'recevoir … colis|commande|paquet', 'pas|rien|jamais … recu … colis|commande|paquet', 'livre|livree|livrer|livrez', 'manque … carton|colis|article|piece*|la|le|un|une',
      'colis|commande|paquet … pas|jamais … arrive*', 'attends … paquet|colis|commande',
    ],
    hints: ['colis', 'paquet', 'commande', 'rien recu', 'retard', 'transporteur', 'arrive*'],
  },
  refund: {
    says: ['rembours*', 'rendre|rende|rendez … argent', 'recuperer … argent', 'avoir sur mon compte'],
    hints: ['argent', 'caution'],
  },
  return: {
    says: ['renvoyer|retourner|renvoye|ramener|rapporter', 'echang*', 'etiquette … retour', 'faire un retour', 'colis retour', 'procedure de retour', 'droit de retour'],
    hints: ['retour', 'taille', 'trop petit*|grand*', 'ne correspond pas', 'me plait pas', 'me va pas'],
  },
  cancellation: {
    says: ['resili*', 'annuler|annulez|annulation', 'desabonn*', 'mettre fin', 'ne … pas renouveler'],
    hints: ['abonnement', 'contrat', 'plus besoin', 'retract*'],
  },
  billing: {
    says: ['factur*', 'prelev*', 'debit*', 'payer|paiement|paye|payee', 'hors forfait', 'hors-forfait', 'double debit', 'code promo', 'duplicata'],
    hints: ['montant', 'euros', 'deux fois', 'echeance|mensualite*', 'carte bancaire'],
  },
  breakdown: {
    says: [
      'panne', 'ne|n … demarre|allume|fonctionne|marche|chauffe|charge … plus|pas', 'demarre|allume|fonctionne|marche|chauffe|charge … plus|pas', 'clignote', 'plus d internet|image|eau',
      'plante|bug|bugue|bogue', 'casse|cassee', 'plus de reseau|son|tonalite|lumiere', 'fait … bruit', 's arrete', 'affiche … erreur', 'batterie', 'fuit|fuite', 'pas d image|internet',
    ],
    hints: ['erreur', 'reparer|reparation|sav', 'garantie', 'reseau', 'ecran', 'box'],
  },
  access: {
    says: ['mot de passe', 'connecter|connexion', 'identifiant*', 'reinitialis*', 'compte … bloque|bloquee', 'bloque … compte', 'entrer|acceder … compte|espace', 'code … entrer|acceder|connecter'],
    hints: ['espace client', 'compte client', 'mon compte', 'mon espace'],
  },
  appointment: {
    says: ['rendez vous', 'rendez-vous', 'rdv', 'creneau*', 'technicien|depanneur|installateur|reparateur … passer|passe|venir|venu|vient|devait', 'personne … venu'],
    hints: ['technicien', 'depanneur', 'installation', 'decaler|deplacer|reporter'],
  },
  change: {
    says: [
      'modifier|changer|corriger|mettre|mette … adresse|commande|numero|nom|prenom|couleur|coordonnees|jour', 'trompe … adresse|numero|taille', 'autre adresse', 'mal orthographie*', 'demenage*',
      'changer de … numero|adresse|nom', 'mettre|mette a jour', 'modification',
    ],
    hints: ['modifier|changer|corriger', 'par erreur', 'erreur de saisie'],
  },
  information: {
    says: [
      'horaires', 'combien', 'quel est le prix', 'existe … en', 'compatible*', 'en stock', 'avez vous … encore', 'avez-vous … encore', 'ouvert|ouverts|ouverte|ouvrez', 'disponib*', 'livrez vous', 'livrez-vous',
      'est ce que vous faites|vendez|avez', 'tarif*',
    ],
    hints: ['prix', 'modele', 'dimension*', 'places'],
  },
};
