import { history as theirs, other, own, type Part } from './parts.js';

/** Written by hand: what looks like history and is the agent's, and what is history and hardly looks it. */
export const TRICKY: Readonly<Record<string, readonly Part[]>> = {
  'the words « a écrit : » in an answer': [
    own('Bonjour Madame,\n\nJ’ai relu le dossier. Le 12 mars, notre livreur a écrit :\n« personne à l’adresse indiquée »\n\nC’est pourquoi le colis est reparti.\n\nCordialement,\nHugo'),
  ],
  'a whole date and « vous nous avez écrit : »': [
    own('Bonjour,\n\nLe 12 mars 2026, vous nous avez écrit :\n« Je n’ai pas reçu ma facture. »\nLa voici, en pièce jointe.\n\nBien à vous,\nNadia'),
  ],
  'a sentence that quotes an address': [
    own('Bonjour,\n\nVous pouvez renvoyer le formulaire jusqu’au 12 mars 2026 à 18:00 à l’adresse suivante :\nretours@maison-roussel.example\n\nCordialement,\nLéa'),
  ],
  'a dash list': [own('Bonjour,\n\nIl nous faut :\n-- une photo du produit\n-- la facture\n-- votre numéro de téléphone\n\nMerci d’avance,\nLéa')],
  'a line that starts with « De : »': [own('Bonjour,\n\nVoici les horaires de la navette :\nDe : 8 h 00\nÀ : 19 h 30\n\nLe dimanche, elle ne circule pas.\n\nCordialement')],
  'an itinerary with times': [own('Bonjour,\n\nDe : Nantes\nÀ : Rennes\nDate : 12/03/2026 10:12\nPlace : 41, voiture 6\n\nBon voyage !')],
  'a letter with headers of its own': [own('De : Service client\nÀ : Madame Petit\nObjet : réponse à votre réclamation\n\nMadame,\n\nNous avons étudié votre demande du 3 mars.\n\nVeuillez agréer nos salutations distinguées.')],
  'a quoted product name': [own('Bonjour,\n\nLe « Message d’origine » est le nom de la gamme, pas un message.\nVotre taille est en stock.\n\nCordialement')],
  'a date line': [own('Bonjour,\n\nLe lundi 2 mars 2026 à 10:12,\nle technicien passera chez vous.\n\nCordialement,\nLéa')],
  'a rule between two parts': [own('Bonjour,\n\nPremière question : oui, le retour est gratuit.\n\n--------------------\n\nSeconde question : non, l’étiquette n’est pas fournie. Vous pouvez l’imprimer depuis votre compte.\n\nCordialement')],
  'sent by post': [own('Bonjour,\n\nVotre chèque est parti hier.\nEnvoyé par La Poste le 2 mars, il devrait arriver demain.\nEnvoyé depuis notre agence de Lyon, il porte le numéro 4471.\n\nCordialement')],
  'sent from a desk': [own('Bonjour,\n\nVoici le relevé.\n\nEnvoyé depuis mon bureau, ce sera plus lisible que sur un téléphone.')],
  'an English notice': [own('Hello,\n\nThe parcel left this morning.\n\nBest regards,\n'), other('Léa Roussel\n\nNOTICE:  This communication and its attachments, if any, may contain\nprivileged or confidential information.  If you are not the intended\nrecipient, delete it.')],
  'a message that is announced': [own('Bonjour,\n\nCe message est destiné à vous informer de la suite donnée à votre dossier.\nLe dossier est clos et remboursé.\n\nCordialement,\nLéa')],
  'please do not answer this box': [own('Bonjour,\n\nMerci de ne pas répondre à ce mail, mais d’utiliser le formulaire : je le reçois directement.\n\nJe vous rappelle demain.\n\nCordialement,\nLéa')],
  'something after the signature': [own('Bonjour,\n\nC’est fait.\n\nCordialement,\nLéa\n\nPS : appelez le 01 99 00 12 34 si le code ne marche pas.')],
  'papers that are confidential': [own('Bonjour,\n\nLes informations contenues dans ce courriel vous seront utiles : le code est 4471, il est confidentiel.\n\nCordialement,\nLéa')],
  'forms to fill in': [own('Bonjour,\n\nMerci de compléter :\n\nNom : \nPrénom : \nDate : \nObjet : \n\nPuis renvoyez-moi ce message.\n\nCordialement')],
  'an English sentence': [own('Hello,\n\nOn March 2, 2026 our team wrote to the carrier and asked for a new delivery.\nOn the other hand, the invoice is correct.\n\nBest regards,\nHugo')],
  'what somebody wrote, told': [own('Bonjour,\n\nMme Durand nous a écrit le 2 mars 2026. Elle demande un duplicata.\nJe l’ai envoyé ce matin.\n\nCordialement')],
  'arrows for steps': [own('Bonjour,\n\n-> ouvrez Mon compte\n-> cliquez sur Retours\n=> l’étiquette s’affiche\n\nCordialement')],
  'greater than in a line': [own('Bonjour,\n\nSi le montant est > 50 €, la livraison est offerte.\nChemin : Accueil > Compte > Factures\n\nCordialement')],
  'an answer between quotes that goes on in lower case': [
    own('Bonjour,\n\n'), theirs('> Quand partira mon colis ?\n'), own('demain matin, par transporteur.\n'), theirs('> Et la facture ?\n'), own('elle est dans le colis.\n\nCordialement'),
  ],
  'answers below each question': [
    own('Voici mes réponses dans votre message.\n\n'), other('Le 02/03/2026 à 10:12, Anne Petit a écrit :\n'), theirs('> Bonjour,\n>\n> 1) Puis-je changer la couleur ?\n'), own('Oui, jusqu’à ce soir.\n'),
    theirs('>\n> 2) Et la taille ?\n'), own('Oui aussi.\n'), theirs('>\n> Merci\n> Anne\n'), own('\nBonne journée,\nLéa'),
  ],
  'a quote broken by the program': [
    own('Bonjour,\n\nC’est noté.\n\n'), other('Le 02/03/2026 à 10:12, Anne Petit a écrit :\n'),
    theirs('> Je vous écris au sujet de la commande que j’ai passée la semaine dernière sur\nvotre site\n> et qui n’est toujours pas arrivée.\n'),
  ],
  'the customer signed with a rule': [
    own('Bonjour,\n\nC’est réglé.\n\nCordialement,\nLéa\n\n'), other('Le lun. 2 mars 2026 à 10:12, Anne Petit <anne@courrier.example> a écrit :\n'),
    theirs('> Toujours rien !\n>\n> --\n> Anne Petit\n> De : mon jardin\n'),
  ],
  'history in one line': [own('Bonjour, c’est fait.\n\n'), other('Le lun. 2 mars 2026 à 10:12, Anne Petit <anne@courrier.example> a écrit : '), theirs('Bonjour, mon colis est perdu, vous êtes nuls !')],
  'several mails deep, without marks': [
    own('Bonjour,\n\nJe relance le service.\n\nCordialement,\nLéa\n\n'), other('De : Anne Petit <anne@courrier.example>\nEnvoyé : lundi 2 mars 2026 10:12\nÀ : Service client\nObjet : RE: Colis\n\n'),
    theirs('Et alors ?\n\nDe : Service client\nEnvoyé : dimanche 1 mars 2026 09:00\nÀ : Anne Petit\nObjet : Colis\n\nNous cherchons votre colis.\n\nLe 28 février 2026 à 10:12, Anne Petit a écrit :\n\nOù est mon colis ?'),
  ],
  'headers with empty lines between': [own('C’est fait.\n\n'), other('De : Anne Petit <anne@courrier.example>\n\nEnvoyé : lundi 2 mars 2026 10:12\n\nÀ : Service client\n\nObjet : Colis\n\n'), theirs('Mon colis est perdu.')],
  'headers with many recipients': [
    own('Bonjour à tous,\n\nLe dossier est clos.\n\n'),
    other('De : Anne Petit <anne@courrier.example>\nEnvoyé : lundi 2 mars 2026 10:12\nÀ : Service client <sc@maison-roussel.example>;\n Direction <direction@maison-roussel.example>;\n Comptabilité <compta@maison-roussel.example>\nObjet : Colis\n\n'),
    theirs('Je veux une réponse !'),
  ],
  'a telephone between words and history': [own('Bonjour, je m’en occupe.\n\n'), other('Envoyé de mon iPhone\n\nLe 2 mars 2026 à 10:12, Anne Petit <anne@courrier.example> a écrit :\n\n'), theirs('\ufeffMon colis est perdu.')],
  'a warning on top': [other('[EXTERNE] Ce message provient de l’extérieur de l’organisation. Ne cliquez pas sur les liens.\n\n'), own('Bonjour,\n\nVotre dossier est complet.\n\nCordialement,\nLéa')],
  'a disclaimer broken over lines': [
    own('Bonjour,\n\nLe virement est parti.\n\nCordialement,\n\n'), other('Léa Roussel\n\nCe message et toutes les pièces jointes (ci-après le « message ») sont\nétablis à l’intention exclusive de ses destinataires.\nToute utilisation non conforme à sa destination est interdite.\n\nThis message and any attachments are confidential.'),
  ],
  'history without any mark below a signature and a rule': [
    own('Bonjour,\n\nVotre échange est validé.\n\nCordialement,\n\n'), other('Léa Roussel\n\n________________________________________\nDe : Anne Petit\nEnvoyé : lundi 2 mars 2026 10:12\nÀ : Service client\nObjet : échange\n\n'), theirs('Je veux un échange.\n\nAnne'),
  ],
  'a list of mails of a mailing program': [own('Bonjour,\n\nOui, c’est possible.\n\nLéa\n\n'), other('-- \nVous recevez ce message car vous êtes abonné·e au groupe « Service ».\nPour vous désabonner : service+quitter@groupes.example')],
  'only a forward': [other('---------- Forwarded message ---------\nDe : Anne Petit <anne@courrier.example>\nDate: lun. 2 mars 2026 à 10:12\nSubject: Colis\nTo: <sc@maison-roussel.example>\n\n'), theirs('Où est mon colis ?')],
  'a help desk’s mail of one message': [other('##- Veuillez répondre au-dessus de cette ligne -##\n\n'), own('Bonjour,\n\nVotre rendez-vous est le lundi 2 mars 2026 à 10:12.\n\nCordialement,\nLéa')],
  'a help desk’s mail, older messages below': [
    other('-- Répondez au-dessus de cette ligne --\n\nLéa Roussel (Maison Roussel), 2 mars 2026 à 11:40\n\n'), own('Bonjour,\n\nC’est envoyé.\n\nCordialement,\nLéa\n\n'),
    other('--------------------\n\nAnne Petit, 2 mars 2026 à 10:12\n\n'), theirs('Vous l’aviez déjà promis.\n\n'), other('--------------------\n\nLéa Roussel, 1 mars 2026 à 17:02\n\n'), theirs('Il part ce soir.'),
  ],
  'Windows line ends': [own('Bonjour,\r\n\r\nC’est fait.\r\n\r\n'), other('De : Anne Petit <anne@courrier.example>\r\nEnvoyé : lundi 2 mars 2026 10:12\r\nÀ : Service client\r\nObjet : Colis\r\n\r\n'), theirs('Mon colis est perdu.')],
};
