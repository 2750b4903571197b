/** What an agent writes to a customer. Everybody and everything is invented. */
export interface AgentWords {
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
}

const agent = (greeting: string, closing: string, ...paragraphs: string[]): AgentWords => ({ greeting, paragraphs, closing });

export const AGENT_WORDS: readonly AgentWords[] = [
  agent('Bonjour Madame Petit,', 'Bien cordialement,', 'Votre colis a quitté notre entrepôt ce matin. Vous le recevrez jeudi entre 9 h et 13 h.', 'Je reste à votre disposition pour toute question.'),
  agent('Bonjour,', 'Cordialement', 'Merci pour votre patience. Le remboursement de 49,90 € a été lancé le 12 mars 2026 ; il apparaîtra sur votre compte sous cinq jours ouvrés.'),
  agent('Madame,', 'Bien à vous,', 'Nous avons bien reçu les trois documents :', '- la facture du 3 février\n- le bon de retour signé\n- la photo de l’étiquette', 'Il ne manque plus que votre relevé d’identité bancaire.'),
  agent('Bonjour Monsieur Lambert,', 'Très belle journée à vous,', 'Malheureusement, le modèle gris n’est plus fabriqué. Le modèle « Ardoise » lui ressemble beaucoup et il est au même prix.', 'Souhaitez-vous que je vous le réserve jusqu’au lundi 16 mars 2026 ?'),
  agent('Bonjour et merci pour votre message.', 'À bientôt,', 'Pour réinitialiser la box :\n1. éteignez-la avec le bouton arrière\n2. attendez dix secondes\n3. rallumez-la et patientez deux minutes', 'Dites-moi si le voyant repasse au vert.'),
  agent('Cher Monsieur,', 'Sincères salutations,', 'Vous nous avez écrit que le livreur était passé sans sonner. J’ai transmis l’information au transporteur, qui a répondu :', '« Le chauffeur confirme son passage à 10 h 12, sonnette en panne. »', 'Une nouvelle présentation est prévue demain matin, sans frais.'),
  agent('Bonjour Madame,', 'Respectueusement,', 'Voici le détail de votre trajet :\nDe : Paris Gare de Lyon\nÀ : Lyon Part-Dieu\nDate : vendredi 20 mars 2026 à 8 h 04', 'Le billet échangé est en pièce jointe.'),
  agent('Bonjour,', 'Cordialement,', 'Le 2 mars, nous vous avions proposé un avoir de 15 €. Il est toujours valable.\nLe code est à saisir sur la page du panier.', 'N’hésitez pas à me rappeler si la page refuse le code.'),
  agent('Bonjour Inès,', 'Belle soirée,', 'C’est noté. Votre rendez-vous du mardi 17 mars est déplacé au jeudi 19 mars à 14 h 30.', 'Objet de la visite : remplacement du compteur. Durée : une heure environ.'),
  agent('Bonjour Madame Faure,', 'Bien cordialement,', 'La pointure 38 est de retour en stock.\n\nElle sera gardée à votre nom pendant 48 heures. Passé ce délai, elle sera remise en vente.', 'Merci de votre fidélité.'),
  agent('Bonjour,', 'Cdlt', 'Bien reçu, je m’en occupe.'),
  agent('Monsieur,', 'Veuillez agréer, Monsieur, l’expression de nos salutations distinguées.', 'Par courrier du 26 février 2026, vous avez contesté la facture n° 2026-0187. Après vérification, le relevé de janvier comptait deux fois la même semaine. Vous trouverez ci-joint la facture rectifiée, d’un montant de 63,20 € au lieu de 91,75 €.', 'La différence sera déduite de votre prochain prélèvement.'),
  agent('Bonjour Karim,', 'À très vite,', 'Oui, les deux sont compatibles ! Voici les liens :\nhttps://www.maison-roussel.example/aide/montage\nhttps://www.maison-roussel.example/aide/garantie', 'Et pour la question sur la taille : prenez plutôt le L, il taille petit…'),
  agent('Bonjour Madame Nguyen,', 'Avec toutes nos excuses,', 'Je suis désolée pour cette attente.\nVotre dossier était resté en attente chez un collègue absent.\nJe le reprends aujourd’hui même et je vous appelle avant 18 h.', 'PS : inutile de renvoyer les photos, je les ai.'),
  agent('Hello Hugo,', 'Bonne journée !', 'On vous a ajouté deux mois offerts, c’est visible dans Mon compte > Abonnement > Avantages.', 'De notre côté, tout est en ordre.\nDu vôtre : pensez à relancer l’application.'),
  agent('Bonjour,', 'L’équipe Relation client', 'Suite à notre échange téléphonique de ce jour, je vous confirme les points suivants.\n\nTarif : 29 € par mois\nEngagement : aucun\nDate de début : 1er avril 2026', 'Le contrat à signer vous parviendra par courrier séparé.'),
  agent('Bonjour Madame,', 'Salutations,', 'Vous demandez si la garantie couvre la casse. La réponse est non : elle couvre les pannes, pas les chutes. Une réparation coûte 45 €, pièces comprises.', 'Si le devis vous convient, répondez simplement « oui » à ce message.'),
  agent('Bonsoir Monsieur Haddad,', 'Bonne soirée et à demain,', 'Votre message envoyé de votre téléphone portable m’est parvenu sans pièce jointe. Pourriez-vous la renvoyer ?', 'Mon numéro direct est le 01 99 00 45 12, du lundi au vendredi.'),
];

/** What a customer wrote before. */
export const CUSTOMER_WORDS: readonly string[] = [
  'Bonjour,\n\nMon colis est perdu depuis dix jours et personne ne répond. Vous êtes vraiment nuls !\n\nAnne Petit',
  'Toujours pas remboursé. C’est du vol. Je vais porter plainte si rien ne bouge avant vendredi.',
  'Madame, Monsieur,\n\nJe vous ai envoyé trois fois les mêmes papiers.\nFaut-il que je vienne moi-même au guichet ?\n\nMerci de me répondre cette fois.\n\nCordialement,\nMarc Lambert\n06 99 01 23 45',
  'bonjour la chaussure gauche est decousue apres deux jours je veux un echange ou un remboursement et vite',
  'Bonsoir,\n\nMa box clignote en rouge depuis hier soir, plus d’internet, plus de télé. J’ai déjà tout débranché comme on me l’a dit.\nQue dois-je faire maintenant ?\n\nInès',
  'Je suis furieux : le livreur n’a même pas sonné ! J’étais chez moi toute la matinée, et voilà que je dois aller au relais à quinze kilomètres. Est-ce que quelqu’un lit ces messages avant d’y répondre par des formules toutes faites ?',
  'Bonjour, j’ai bien reçu votre courrier mais je ne comprends pas le montant.\n\n- loyer de janvier : 61 €\n- loyer de février : 61 €\n\nPourquoi 91,75 € ?',
  'Merci beaucoup pour votre aide, tout fonctionne !\n\nEnvoyé de mon iPhone',
  'Votre conseiller m’a raccroché au nez. C’est inadmissible.\nJe veux parler à un responsable.\n\nKarim H.',
  'Bonjour,\n\nVoici les informations demandées :\nNuméro de client : 771204\nDate d’achat : 14/02/2026\n\nBien à vous,\n\nThérèse Nguyen\n12 rue des Acacias\n69007 Lyon',
];
