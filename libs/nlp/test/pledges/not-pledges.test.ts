import { describe, expect, it } from 'vitest';
import { pledgesOf } from './statements-of.js';

/** Sentences that bind to nothing, by the reason; written from knowledge of customer service, not from the labelled set. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  hedged: [
    'Le technicien devrait passer dans la semaine.', 'Le remboursement devrait apparaître sous 3 jours sur votre compte.', "Nous espérons vous livrer d'ici la fin du mois.", 'Nous faisons tout notre possible pour vous livrer demain.', 'Il se peut que le colis arrive demain.',
    'normalement vous êtes livré jeudi', 'on va essayer de vous rappeler ce soir', 'on fait au mieux pour demain', 'vous recevrez peut-être un appel demain', "je crois que c'est remboursé sous huit jours", 'a priori ça part lundi', 'sauf imprévu le plombier passe mardi', 'si tout va bien vous êtes livré vendredi',
    'Votre colis arrivera sans doute lundi.', 'je vais voir ce que je peux faire', 'on va faire le max pour vendredi', 'En principe, la réparation est terminée vendredi.',
  ],
  hypothetical: [
    'si le colis était revenu on vous aurait remboursé', 'Nous pourrions vous rembourser sous huit jours.', 'admettons que je vous rembourse demain', 'on vous enverrait un technicien mardi', 'si on vous rembourse demain vous perdez la remise',
  ],
  negated: ['Je ne peux pas vous rembourser ces frais.', 'Aucun remboursement ne sera effectué.', "on rembourse pas les billets", 'je ne vous promets rien', "je peux pas vous garantir que ce sera livré vendredi", 'Nous ne serons pas en mesure de vous livrer lundi.', 'ils livrent jamais le samedi'],
  quoted: [
    "Vous m'avez indiqué que le livreur passerait mardi.", 'Votre message précise que nous devions vous rappeler lundi.', 'Vous écrivez : « le vendeur vous rembourse demain ».', "vous dites qu'on vous rembourse demain", 'Le mail automatique « nous vous rappelons sous 24 h » est une erreur.', "on m'a dit que vous étiez livré lundi",
  ],
  past: ['Un conseiller vous a contacté le 2 mars.', 'Nous vous avons remboursé lundi.', 'Votre colis a été remis au transporteur hier.', 'je devais vous rappeler hier', 'on vous avait dit quarante-huit heures', "je viens de vous envoyer le mail", 'Le virement était parti le 3.'],
  question: [
    'est-ce que je peux vous rappeler demain', 'vous êtes disponible demain matin ?', 'Souhaitez-vous être rappelé demain ?', 'je vous rembourse sur quelle carte', 'à quelle heure on vous rappelle demain', 'Puis-je vous rappeler lundi ?', 'on vous livre lundi ou mardi ?', 'ça vous va si je vous rappelle demain ?',
  ],
  'customer duty': [
    'Vous devez renvoyer le bon signé sous 8 jours.', 'La facture doit être réglée avant le 15 mars.', 'Nous vous invitons à contacter votre banque demain.', 'vous nous renvoyez le formulaire avant vendredi', 'Merci de nous adresser votre RIB sous 48 h.', 'il faut nous rappeler lundi', 'Vous pouvez suivre votre colis dès demain.',
    "on vous demande juste une copie de la carte d'identité", "Il vous appartient de résilier avant le 31.", 'Envoyez-nous la photo avant demain midi.', 'Pensez à prévenir votre banque avant jeudi.',
  ],
  statement: [
    'Les délais de livraison sont en moyenne de 5 jours.', 'Nous livrons partout en France sous 48 h.', 'Les remboursements sont effectués sous 14 jours.', 'Toute demande reçoit une réponse sous dix jours.', 'Votre dossier est en cours de traitement.', 'le magasin ferme à dix-neuf heures', 'Des frais de dossier de 15 € vous seront facturés.',
    'La somme de 30 € sera prélevée le 5 avril.', "L'abonnement se renouvelle automatiquement chaque année.", 'Nos techniciens interviennent sous 72 h.', "En général, c'est traité sous huit jours.", 'Chaque client est rappelé sous 24 h.', 'Notre politique est de rembourser sous 14 jours.', 'votre facture arrive à échéance le quinze', 'on ouvre à 9h demain',
  ],
  offer: ['Si vous le souhaitez, nous pouvons vous rembourser demain.', 'on peut vous proposer un avoir ou un remboursement', 'Nous vous proposons un rendez-vous jeudi à 10 h.', 'si vous voulez je vous rappelle demain', 'Je peux vous livrer mardi.', 'vous préférez que je vous rappelle lundi'],
  politeness: [
    'Nous restons à votre disposition pour toute question.', 'Je vous souhaite une bonne journée.', 'Nous vous remercions de votre patience.', 'Nous sommes désolés pour ce retard.', 'Je vous prie de bien vouloir patienter.', "Nous vous prions d'agréer nos salutations distinguées.", 'Je comprends votre agacement et je vous présente toutes nos excuses.',
    'Au plaisir de vous revoir vendredi.', 'bon week-end à vous', 'Je serai ravi de vous accueillir.',
  ],
  handling: [
    'alors attendez je regarde votre dossier', 'je vous mets en attente deux minutes', 'je vous passe le service technique', 'je note que vous serez absent vendredi', 'je vérifie ça de suite', 'je vous écoute', 'Je me permets de revenir vers vous concernant votre dossier.', "Je vous rappelle que votre abonnement est sans engagement.", 'ne quittez pas je cherche votre contrat', 'Je vois bien deux prélèvements de 40 €, à 9 h 12 et 9 h 14.', 'Je constate un débit à 16 h 03.',
  ],
};

describe.each(Object.entries(SENTENCES))('%s', (_, sentences) => {
  it.each(sentences)('%s', (text) => {
    expect(pledgesOf(text, { channel: /^\p{Ll}/u.test(text) ? 'phone' : 'email' }).map(({ evidence }) => evidence.quote)).toEqual([]);
  });
});

/** The same reasons near a pledge that stays one. */
describe('what stays a pledge beside them', () => {
  it.each([
    ['je vous rappelle demain, ça vous va ?', 'je vous rappelle demain'],
    ['La commande est partie hier, vous la recevrez lundi.', 'vous la recevrez lundi'],
    ['Nous ne manquerons pas de vous tenir informé.', 'Nous ne manquerons pas de vous tenir informé'],
    ["je vous rembourse pas en avoir mais en virement", 'je vous rembourse pas en avoir mais en virement'],
    ['Si le colis n\'est pas là vendredi, nous vous rembourserons.', 'nous vous rembourserons'],
    ["Le vendeur me confirme qu'il expédie lundi.", 'il expédie lundi'],
    ['Nous vous avons remboursé par erreur ; nous vous envoyons un chèque demain.', 'nous vous envoyons un chèque demain'],
    ['normalement on livre pas le samedi mais je vous livre samedi', 'je vous livre samedi'],
    ['vous pouvez compter sur moi je vous rappelle ce soir', 'je vous rappelle ce soir'],
    ["C'est moi qui vous rappelle demain.", "C'est moi qui vous rappelle demain"],
  ])('%s', (text, quote) => {
    expect(pledgesOf(text, { channel: /^\p{Ll}/u.test(text) ? 'phone' : 'email' }).map(({ evidence }) => evidence.quote)).toEqual([quote]);
  });
});
