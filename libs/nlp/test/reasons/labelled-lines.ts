import type { ContactReason } from '#domain';

export interface Line {
  /** What a reader says the customer came for; null: nothing that one could name. */
  readonly reason: ContactReason | null;
  readonly text: string;
}

const lines = (reason: Line['reason'], ...texts: readonly string[]): Line[] => texts.map((text) => ({ reason, text }));

/** Lines of customers, made up, from mails, chats and calls, written before any phrase but by the same hand. Phrases were tuned on these … */
export const TUNED_ON: readonly Line[] = [
  ...lines(
    'delivery',
    'Bonjour, où en est ma commande passée le 3 octobre ?',
    'je devais recevoir mon colis hier et toujours rien',
    'euh oui bonjour je vous appelle parce que la livraison était prévue ce matin et personne n’est passé',
    'Le suivi indique « livré » alors que je n’ai rien reçu.',
    'mon colis est arrivé ouvert et il manque la housse',
    'Quand est-ce que vous livrez le canapé ?',
  ),
  ...lines(
    'refund',
    'Je n’ai toujours pas été remboursé de ma commande annulée.',
    'vous deviez me rembourser 60 euros, j’attends encore',
    'Bonjour, sous quel délai vais-je récupérer mon argent ?',
    'et le remboursement, ça vient quand ?',
    'Je souhaite être remboursée intégralement.',
  ),
  ...lines(
    'return',
    'Je voudrais renvoyer les chaussures, elles sont trop petites.',
    'comment faire pour échanger la taille ?',
    'Pouvez-vous m’envoyer une étiquette de retour ?',
    'alors voilà je voudrais retourner l’article il ne me plaît pas',
    'Est-il possible de faire un échange en magasin ?',
  ),
  ...lines(
    'cancellation',
    'Je souhaite résilier mon abonnement à la fin du mois.',
    'annulez ma commande svp',
    'Bonjour, je voudrais me désabonner, je ne m’en sers plus.',
    'en fait je voudrais annuler le contrat',
    'Merci de mettre fin à mon abonnement.',
  ),
  ...lines(
    'billing',
    'J’ai été prélevé deux fois ce mois-ci.',
    'Je ne comprends pas ma facture de septembre, elle a doublé.',
    'pourquoi vous m’avez débité 12 euros de plus',
    'Pourriez-vous m’envoyer un duplicata de facture ?',
    'je voudrais payer en plusieurs fois c’est possible ?',
    'Le code promo n’a pas été pris en compte sur ma dernière facture.',
  ),
  ...lines(
    'breakdown',
    'Ma box clignote rouge depuis ce matin, plus d’internet.',
    'le lave-vaisselle ne démarre plus',
    'alors la télé elle s’allume mais il n’y a pas d’image',
    'L’application plante dès que je l’ouvre.',
    'Mon aspirateur est tombé en panne au bout de trois semaines.',
  ),
  ...lines(
    'access',
    'Je n’arrive pas à me connecter à mon espace client.',
    'j’ai oublié mon mot de passe',
    'mon compte est bloqué',
    'Le lien de réinitialisation ne marche pas, impossible d’entrer dans mon compte.',
  ),
  ...lines(
    'appointment',
    'Je dois décaler le rendez-vous de jeudi.',
    'le technicien devait passer entre 8 h et 12 h, je l’attends toujours',
    'Est-ce que je peux avoir un créneau samedi ?',
    'je voudrais prendre rendez-vous pour l’installation',
  ),
  ...lines(
    'change',
    'Je me suis trompé d’adresse, peut-on la modifier avant l’envoi ?',
    'j’ai déménagé, je voudrais changer mon adresse',
    'Est-il encore possible de changer la couleur de ma commande ?',
    'faut que je mette à jour mon numéro de téléphone',
  ),
  ...lines(
    'information',
    'Est-ce que ce modèle existe en bleu ?',
    'Quels sont vos horaires le samedi ?',
    'c’est combien la garde-robe en chêne ?',
    'Le produit est-il compatible avec une prise américaine ?',
    'quand est-ce que le fauteuil sera de nouveau en stock ?',
  ),
  ...lines(null, 'Bonjour', 'oui c’est bien ça', 'Merci beaucoup, bonne journée à vous.', 'allô vous m’entendez ?', 'D’accord, je patiente.', 'Très bien, c’est noté de mon côté.'),
];

/** … and measured on these, on which nothing was tuned. */
export const HELD_OUT: readonly Line[] = [
  ...lines(
    'delivery',
    'Ma commande n’est toujours pas arrivée, que se passe-t-il ?',
    'ça fait dix jours que j’attends mon paquet',
    'oui bonjour en fait le livreur il a laissé le colis chez le voisin et le voisin il l’a pas',
    'Il me manque un carton sur les trois.',
    'Pouvez-vous me dire quand je serai livrée ?',
    'le numéro de suivi ne donne rien',
  ),
  ...lines(
    'refund',
    'Où en est mon remboursement ?',
    'j’ai rien reçu sur mon compte, vous m’aviez dit que je serais remboursé sous dix jours',
    'Je demande le remboursement de la caution.',
    'je veux qu’on me rende mon argent',
    'Vous m’avez remboursé 20 € au lieu de 45.',
  ),
  ...lines(
    'return',
    'L’article ne correspond pas à la photo, comment puis-je le retourner ?',
    'j’ai renvoyé le colis retour il y a une semaine, vous l’avez eu ?',
    'je peux le ramener en boutique s’il me va pas ?',
    'Je souhaiterais échanger ce pull contre une taille M.',
    'La procédure de retour n’est pas claire.',
  ),
  ...lines(
    'cancellation',
    'Bonjour, comment résilier ma ligne ?',
    'je veux annuler, j’ai trouvé moins cher',
    'Ma demande de résiliation n’a pas été prise en compte.',
    'finalement j’ai plus besoin de la table on peut annuler la commande ?',
    'Je vous confirme que je ne souhaite pas renouveler mon abonnement.',
  ),
  ...lines(
    'billing',
    'Un prélèvement de 39,90 € est apparu sur mon compte, à quoi correspond-il ?',
    'ma facture est bizarre y a un hors-forfait',
    'je n’ai pas reçu la facture',
    'On m’a facturé deux fois la même prestation.',
    'mon paiement a été refusé je sais pas pourquoi',
    'Pouvez-vous m’accorder un délai de paiement ?',
  ),
  ...lines(
    'breakdown',
    'La machine fait un bruit terrible et s’arrête en plein cycle.',
    'j’ai plus de réseau depuis hier soir',
    'le four chauffe plus du tout',
    'Votre site affiche une erreur quand je valide mon panier.',
    'euh la batterie elle tient pas une heure',
  ),
  ...lines(
    'access',
    'Impossible de me connecter, on me dit identifiant inconnu.',
    'je reçois pas le code pour entrer dans mon espace',
    'Comment réinitialiser mon mot de passe ?',
    'vous avez bloqué mon compte pourquoi',
  ),
  ...lines(
    'appointment',
    'Pourriez-vous déplacer mon rendez-vous à la semaine prochaine ?',
    'personne n’est venu ce matin pour l’installation',
    'le dépanneur passe à quelle heure ?',
    'Je n’ai pas eu confirmation de mon rendez-vous.',
  ),
  ...lines(
    'change',
    'J’ai commandé deux fois le même article par erreur, pouvez-vous modifier ma commande ?',
    'je voudrais changer de numéro de contact',
    'Mon nom est mal orthographié sur le contrat, merci de corriger.',
    'on peut livrer à une autre adresse ?',
  ),
  ...lines(
    'information',
    'Livrez-vous en Corse ?',
    'la table elle fait combien de large ?',
    'Avez-vous encore des places pour le 14 ?',
    'vous êtes ouverts demain ?',
    'Quel est le prix de l’option tranquillité ?',
  ),
  ...lines(null, 'Bonjour, j’espère que vous allez bien.', 'ok merci', 'oui je vous écoute', 'Je vous remercie pour votre réponse rapide.', 'non c’est tout', 'attendez je prends un stylo'),
];
