import type { Channel } from '#domain';
import { describe, expect, it } from 'vitest';
import { pledgesOf } from './statements-of.js';

/** Sentences with their pledge in brackets, said on Tuesday 3 March 2026 at 10:00; written from knowledge of customer service, not from the labelled set. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  refund: [
    '[je vous rends la caution]',
    "[Nous vous remboursons l'intégralité de votre commande] par virement.", "Bonjour, [le remboursement de votre billet sera effectué sous 10 jours].", 'oui donc [je vous rembourse les frais de dossier]', '[On te rembourse la différence] dès ce soir',
    '[Vous serez remboursé sur votre carte bancaire sous 5 jours ouvrés].', '[Votre remboursement vous parviendra avant vendredi].', '[Nous procédons ce jour au remboursement de votre cotisation].', "[L'acompte vous sera restitué par chèque].", '[remboursement sous 48h] promis',
    '[Nous allons vous reverser le trop-perçu], soit 32,10 €.', '[Je lance votre remboursement tout de suite]', '[Vous récupérerez votre argent sous huit jours].', '[La somme de 45 € sera recréditée sur votre compte le 12 mars].', "[on vous fait un virement de cent vingt euros d'ici vendredi]",
    '[Vous allez être remboursée de vos deux places].', '[Un virement de 60 € vous sera adressé demain].', '[votre caution vous est rendue sous un mois]', '[Nous vous restituons le dépôt de garantie la semaine prochaine].',
  ],
  gesture: [
    '[Votre garantie sera étendue de trois mois].', '[je vous compte la deuxième à moitié prix]', '[Un bouquet vous sera livré demain] pour nous faire pardonner.',
    "[Je vous accorde une remise de 20 % sur votre prochaine commande].", "[Nous vous offrons un mois d'abonnement].", "[Un bon d'achat de 15 € vous sera envoyé par mail].", '[je vous fais un geste commercial de dix euros]', '[On vous crédite 200 points de fidélité].',
    '[Vous bénéficierez de 10 % de réduction sur la réparation].', '[Un avoir de 25 € vous est accordé].', "[Je vous mets un code promo de 5 € sur votre compte]", '[Nous prolongeons votre garantie de six mois].', '[15 € de remise sur votre facture de mars]', '[La livraison vous est offerte].',
    '[on vous ajoute deux mois gratuits]',
  ],
  'call-back': [
    '[Nous ferons un bilan avec vous par téléphone jeudi].',
    'Madame, [je vous rappelle demain à 14 h].', '[On vous rappelle dans la matinée]', '[Un conseiller vous contactera sous 24 h].', '[Mon collègue du service technique vous téléphonera jeudi].', "[je t'appelle ce soir]", '[Vous serez recontactée avant la fin de la semaine].', '[rappel prévu jeudi à 9 h]',
    '[Ma responsable prendra contact avec vous lundi].', '[Nous vous joindrons par téléphone dès demain].', '[vous aurez un appel de notre part mercredi matin]', '[Je vous passerai un coup de fil vendredi].', "alors [le service va vous recontacter d'ici demain midi]",
  ],
  reply: [
    '[je vous confirme tout ça par sms]', '[je vous tiens au jus]',
    '[Je reviens vers vous demain].', '[Nous vous tiendrons informé de la suite donnée à votre demande].', '[Vous recevrez une réponse sous 5 jours ouvrés].', "[je vous tiens au courant d'ici ce soir]", '[Vous serez prévenu par SMS la veille].', '[Un mail de confirmation vous sera envoyé].',
    '[Nous vous informerons de la date de livraison].', '[réponse demain]', '[Je vous confirmerai tout cela par écrit vendredi].', "[je vous envoie un sms dès que c'est prêt]", '[Nous vous ferons un retour avant le 15 mars].', '[je te redis ça lundi]', '[Vous allez recevoir un mail récapitulatif].',
    '[Je vous donne des nouvelles mardi au plus tard].', '[Notre service juridique vous écrira sous huitaine].', '[on vous avertit dès demain]',
  ],
  deliver: [
    '[Le piano vous attendra en boutique vendredi].', '[La remise des clés se fera lundi].', '[Votre commode quittera notre atelier jeudi].',
    '[Votre commande sera livrée mercredi].', '[Votre colis partira demain de notre entrepôt].', '[On vous renvoie un colis dès lundi]', '[vous recevrez votre canapé le 20 mars]', '[La pièce arrive en magasin jeudi].', '[Nous expédions votre commande ce jour].', '[le livreur passe demain matin avec votre table]',
    '[livraison prévue le 12 mars entre 8h et 10h]', '[Votre carte vous sera remise en agence vendredi].', '[Vous serez livré vendredi au plus tard].', '[je vous fais parvenir les clés par coursier]', '[Vos lunettes seront disponibles en magasin samedi].', '[votre paquet sera déposé en point relais demain]',
    '[Nous vous ferons porter le bouquet cet après-midi].', '[Les verres seront chez vous jeudi].',
  ],
  'send-technician': [
    '[Notre plombier se rendra chez vous lundi].', '[un gars de chez nous passe demain]',
    '[Un technicien passera chez vous jeudi entre 8 h et 12 h].', "[Nous vous envoyons un plombier dans l'heure].", '[je vous programme une intervention mardi matin]', '[Notre équipe interviendra à votre domicile lundi].', "[l'électricien vient demain]", '[Votre rendez-vous est fixé au 17 mars à 9 h].',
    "[On vous envoie quelqu'un ce soir].", '[intervention prévue jeudi]', '[Le réparateur se déplacera mercredi après-midi].', '[La visite du technicien est programmée vendredi].', "[un dépanneur sera sur place d'ici une heure]",
  ],
  repair: [
    '[remise en route du chauffage demain]', '[Nous reconfigurons votre modem ce soir].',
    '[Votre téléphone sera réparé sous 5 jours].', '[Nous rétablissons votre ligne dans la journée].', '[La panne sera résolue demain matin].', '[on vous répare ça pour vendredi]', '[Votre connexion sera rétablie ce soir].', "[L'ascenseur sera remis en service jeudi].", '[La fuite sera colmatée aujourd\'hui].',
    '[Le chauffage sera de nouveau opérationnel demain].', '[Votre montre sera remise en état sous quinze jours].',
  ],
  exchange: [
    '[Je vous fais livrer une autre table mardi].', '[on vous met un autre matelas]',
    "[Nous vous échangeons l'article].", "[Votre appareil sera remplacé par un neuf].", '[On vous remplace la batterie gratuitement].', '[je vous change le modèle demain]', '[Un appareil de remplacement vous sera expédié lundi].', "[L'article défectueux sera échangé en magasin samedi].",
  ],
  'send-document': [
    "[vous l'aurez par mail demain]",
    '[Je vous envoie la facture par mail].', '[Vous recevrez votre attestation sous 48 h].', "[L'étiquette de retour vous sera adressée demain].", '[Nous vous transmettons le contrat signé cette semaine].', '[je vous fais suivre le devis]', '[Vos billets vous parviendront par courrier].', '[Votre duplicata est envoyé ce soir].',
    '[nouveau code envoyé dans 5 min]', '[Un justificatif vous sera délivré lundi].', "[je t'envoie le lien de suivi tout à l'heure]", '[On vous adresse un nouveau RIB demain].',
  ],
  cancel: [
    '[je lève la pénalité]', '[Nous supprimons cette option demain].',
    '[Nous annulons votre commande].', '[Votre abonnement prendra fin le 31 mars].', '[Je résilie votre contrat ce jour].', "[Le prélèvement du 10 sera annulé].", '[on suspend votre ligne dès demain]', "[votre option est supprimée à partir du 1er avril]", '[Nous mettons fin à votre contrat le 15 avril].', '[je vous annule les frais de retard]',
    '[Votre forfait s\'arrêtera le 20 mars].',
  ],
  transfer: ['[je transmets votre plainte à ma responsable]', '[Votre réclamation sera remise à notre service qualité demain].', '[je leur envoie votre demande]', '[Je transmets votre dossier au service concerné].', '[Nous transférons votre demande à la comptabilité].', '[Votre réclamation sera transmise à notre direction].', '[je fais remonter le problème à mon responsable]', '[je passe votre dossier au service litiges]'],
  check: ['[Nous menons une enquête auprès du transporteur].', "[Je vérifie auprès de l'entrepôt].", "[Nous allons interroger le transporteur].", '[je me renseigne auprès du magasin]', '[Je relance le fournisseur demain].', "[une enquête sera ouverte auprès du transporteur]", '[On contacte le dépôt pour savoir où il est].', '[je demande à la compta]'],
  correct: ['[je vous remets au tarif de janvier]', '[Nous prenons en compte votre nouvelle adresse dès demain].', '[Nous corrigeons votre adresse].', '[Votre facture sera rectifiée sous 48 h].', '[Je modifie votre numéro de téléphone].', '[La régularisation sera faite sur votre prochaine facture].', '[on met à jour votre dossier demain]', '[Votre nom sera corrigé sur le billet].'],
  other: [
    '[Vous ne paierez aucun frais].', '[Ces frais ne vous seront pas prélevés].', "[je m'en occupe]", '[Nous débloquons votre compte dans la journée].', '[Votre demande sera traitée demain].', '[je vous mets la robe de côté]', "[On s'occupe de tout].", '[Votre dossier passera en commission le 12 mars].', '[je vous réserve une place pour samedi]',
    '[Votre compte sera réactivé sous 24 h].', '[Nous prenons en charge votre dossier].', '[rien ne vous sera facturé]', '[Je vous inscris à la séance de jeudi].', '[Nous vous verserons une indemnité de 120 € en avril].', '[Votre accès sera ouvert lundi].', '[vous ne serez pas débité en mars]',
  ],
};

const channelOf = (text: string): Channel => (/^\[?\p{Ll}/u.test(text) ? 'phone' : 'email');

describe.each(Object.entries(SENTENCES))('%s', (act, sentences) => {
  it.each(sentences)('%s', (marked) => {
    const start = marked.indexOf('[');
    const words = marked.slice(start + 1, marked.indexOf(']'));
    const found = pledgesOf(marked.replace(/[[\]]/g, ''), { channel: channelOf(marked) });
    expect(found.map((pledge) => pledge.act)).toEqual([act]);
    expect(overlap(found[0]!.evidence.quote, words)).toBe(true);
  });
});

/** One holds the other, and is at most half as long again. */
const overlap = (one: string, other: string): boolean => (one.includes(other) || other.includes(one)) && Math.min(one.length, other.length) / Math.max(one.length, other.length) > 0.6;
