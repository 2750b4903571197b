import { describe, expect, it } from 'vitest';
import { pledgesOf } from './statements-of.js';

const found = (text: string): string[] => pledgesOf(text, { channel: /^\p{Ll}/u.test(text) ? 'phone' : 'email' }).map(({ act, evidence }) => `${act}: ${evidence.quote}`);

/** What was missed or told wrong, by its cause, in sentences of our own: each pledge with its act. */
const PLEDGES: Readonly<Record<string, readonly (readonly [text: string, ...pledges: string[]])[]>> = {
  'the object said first, in speech': [
    ['alors la serrure elle est commandée je vous appelle demain matin et la peinture de la porte on vous la refait', 'call-back: je vous appelle demain matin', 'repair: la peinture de la porte on vous la refait'],
    ['bon écoutez les frais de déplacement on vous les facture pas', 'other: les frais de déplacement on vous les facture pas'],
    ['tenez la carte on vous la renvoie demain', 'deliver: la carte on vous la renvoie demain'],
  ],
  'a condition stands outside': [
    ['Nous vous reverserons 40 € après réception du bon signé.', 'refund: Nous vous reverserons 40 €'],
    ['on vous rembourse dès que le colis est revenu', 'refund: on vous rembourse'],
    ['je vous préviens dès que la pièce arrive', 'reply: je vous préviens dès que la pièce arrive'],
    ['je regarde avec la compta si le virement est parti et je vous rappelle ce soir', 'check: je regarde avec la compta', 'call-back: je vous rappelle ce soir'],
  ],
  'something waits, is there, stays free': [
    ['Une voiture de prêt vous attendra vendredi à la gare.', 'other: Une voiture de prêt vous attendra vendredi à la gare'],
    ["le plombier est là dans trois quarts d'heure", "send-technician: le plombier est là dans trois quarts d'heure"],
    ['la salle de bains c\'est pour lundi', 'other: la salle de bains c\'est pour lundi'],
    ['Pendant les travaux, le stationnement restera gratuit.', 'gesture: le stationnement restera gratuit'],
    ['retrait possible jeudi', 'deliver: retrait possible jeudi'],
  ],
  'what will not be charged': [
    ["l'abonnement est suspendu au 1er mai, plus aucun prélèvement", "cancel: l'abonnement est suspendu au 1er mai", 'other: plus aucun prélèvement'],
    ['la mensualité de jeudi elle passera pas', 'other: la mensualité de jeudi elle passera pas'],
    ['Les frais de dossier ne vous seront pas facturés, à titre exceptionnel.', 'gesture: Les frais de dossier ne vous seront pas facturés'],
    ['Votre contrat ne sera pas reconduit.', 'cancel: Votre contrat ne sera pas reconduit'],
  ],
  'what somebody else is asked to do': [
    ["je demande à l'atelier de réparer la porte", "repair: je demande à l'atelier de réparer la porte"],
    ["Nous demandons au service facturation d'annuler la pénalité.", "cancel: Nous demandons au service facturation d'annuler la pénalité"],
    ["je demande au livreur ce qu'il a fait du paquet", 'check: je demande au livreur ce'],
  ],
  'a pronoun for what was named before': [
    ['Votre attestation est prête. Elle vous parviendra demain.', 'send-document: Elle vous parviendra demain'],
    ['Le devis est corrigé. Vous le recevrez jeudi.', 'send-document: Vous le recevrez jeudi'],
    ['Votre facture est fausse. Vous recevrez la nouvelle vendredi.', 'send-document: Vous recevrez la nouvelle vendredi'],
    ["Deux semaines vous sont offertes. Elles seront déduites de votre facture d'avril.", 'gesture: Deux semaines vous sont offertes', "gesture: Elles seront déduites de votre facture d'avril"],
    ["Le livreur n'a pas trouvé le portail. Il repassera demain.", 'deliver: Il repassera demain'],
    ['La somme vous sera restituée par virement. L\'opération interviendra le 12 mars.', 'refund: La somme vous sera restituée par virement', "refund: L'opération interviendra le 12 mars"],
    ['Votre colis est retrouvé. Il vous parviendra demain.', 'deliver: Il vous parviendra demain'],
  ],
  'by the verb and its thing': [
    ['le menuisier il revient finir la cloison jeudi', 'repair: le menuisier il revient finir la cloison jeudi'],
    ['Notre chauffeur viendra reprendre le lit vendredi.', 'other: Notre chauffeur viendra reprendre le lit vendredi'],
    ["on récupère l'ancien frigo à la livraison", "other: on récupère l'ancien frigo à la livraison"],
    ['vous récupérez votre vélo samedi', 'deliver: vous récupérez votre vélo samedi'],
    ['La doublure sera reprise sans frais.', 'repair: La doublure sera reprise sans frais'],
    ["La note d'hôtel sera réglée par nos soins.", "other: La note d'hôtel sera réglée par nos soins"],
    ['Nous vous communiquerons la décision lundi.', 'reply: Nous vous communiquerons la décision lundi'],
    ['on vous renvoie la bonne pointure demain', 'exchange: on vous renvoie la bonne pointure demain'],
    ['je vous retire 8 € sur la facture de mars', 'gesture: je vous retire 8 € sur la facture de mars'],
    ['Une prime de 80 € vous sera versée le 20 mars.', 'other: Une prime de 80 € vous sera versée le 20 mars'],
    ["L'armoire sera montée à l'étage jeudi.", "deliver: L'armoire sera montée à l'étage jeudi"],
    ['La table en chêne prendra la place de la vôtre lundi.', 'exchange: La table en chêne prendra la place de la vôtre lundi'],
    ['Les peintres commenceront les travaux lundi.', 'repair: Les peintres commenceront les travaux lundi'],
    ['Votre ligne sera transférée le 9 mars.', 'other: Votre ligne sera transférée le 9 mars'],
    ['Votre réclamation est transférée demain à la direction.', 'transfer: Votre réclamation est transférée demain à la direction'],
    ['le tarif on vous le remet à vingt euros', 'correct: le tarif on vous le remet à vingt euros'],
    ['on vous trouve une place pour jeudi', 'other: on vous trouve une place pour jeudi'],
    ['La directrice vous recevra mardi à 9 h.', 'other: La directrice vous recevra mardi à 9 h'],
    ["la navette s'arrêtera devant l'école dès lundi", "other: la navette s'arrêtera devant l'école dès lundi"],
    ["Votre abonnement s'arrêtera le 31 mars.", "cancel: Votre abonnement s'arrêtera le 31 mars"],
    ['je file voir la responsable', 'check: je file voir la responsable'],
    ["on vous retourne le bon d'intervention", "send-document: on vous retourne le bon d'intervention"],
  ],
  'a question at the end of another part': [['je vous renvoie le lien tout de suite, vous le voyez pas ?', 'send-document: je vous renvoie le lien tout de suite']],
  'its gift comes after': [['un mois de plus sur la garantie, c\'est cadeau', "gesture: un mois de plus sur la garantie, c'est cadeau"]],
};

describe.each(Object.entries(PLEDGES))('%s', (_, sentences) => {
  it.each(sentences)('%s', (text, ...pledges) => {
    expect(found(text)).toEqual(pledges);
  });
});

/** What looks like them and binds to nothing. */
const NONE: Readonly<Record<string, readonly string[]>> = {
  'said by a machine': ["le message d'attente dit qu'un conseiller vous rappelle dans dix minutes", 'le mail automatique dit livraison jeudi'],
  'a word between two clauses': ['le dossier est à la banque normalement vous avez la réponse vendredi'],
  'how somebody is': ['nos équipes sont débordées en mars', 'le standard est saturé lundi', 'le dépôt est fermé vendredi'],
  'written down now': ['je le note dans votre dossier', 'je prends vos coordonnées', 'je mets ça en commentaire'],
  'while the customer waits': ['attendez je demande à mon collègue', 'ne quittez pas je prends la référence'],
  'the reason of something else': ['Votre demande est rejetée, le réseau ayant été rétabli à 9 h.'],
  'what is always so': ['les chèques on les envoie toujours en recommandé', "c'est le même délai pour tout le monde on livre en deux jours"],
  'seen before one': ['je le vois', 'je les vois bien sur mon écran'],
  'not left so': ['je vais pas vous laisser comme ça'],
  'done already': ["c'est vu avec la compta"],
};

describe.each(Object.entries(NONE))('no pledge: %s', (_, sentences) => {
  it.each(sentences)('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
