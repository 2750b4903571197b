import { describe, expect, it } from 'vitest';
import { pledgesOf } from './statements-of.js';

const found = (text: string): string[] => pledgesOf(text, { channel: /^\p{Ll}/u.test(text) ? 'phone' : 'email' }).map(({ act, actor, firmness, evidence }) => `${act}, ${actor}${firmness === 'firm' ? '' : ', conditional'}: ${evidence.quote}`);

/** Constructions that labelled turns had and the rules did not, in sentences of our own. */
describe('a pledge', () => {
  it.each([
    ['Votre carte est mise en opposition ce jour.', 'cancel, company: Votre carte est mise en opposition ce jour'],
    ["j'arrive dans dix minutes", "send-technician, agent: j'arrive dans dix minutes"],
    ['on arrive avec votre table à 15 h', 'deliver, company: on arrive avec votre table à 15 h'],
    ['vous serez plus prélevé à partir de mai', 'other, company: vous serez plus prélevé à partir de mai'],
    ['La leçon de mardi ne vous sera pas décomptée.', 'other, company: La leçon de mardi ne vous sera pas décomptée'],
    ['le devis vous le recevez par mail dès que le métreur est passé', 'send-document, company, conditional: le devis vous le recevez par mail'],
    ['dès que je les ai au bout du fil je vous passe un coup de fil', 'call-back, agent, conditional: je vous passe un coup de fil'],
    ["c'est moi qui appelle la mairie demain", "check, agent: c'est moi qui appelle la mairie demain"],
    ['Nous règlerons la note du garage.', 'other, company: Nous règlerons la note du garage'],
    ['Notre chauffagiste la règlera jeudi.', 'repair, company: Notre chauffagiste la règlera jeudi'],
    ['Vous cèderez la place : nous complèterons le dossier lundi.', 'correct, company: nous complèterons le dossier lundi'],
    ["La reprise de l'enduit est prévue lundi.", "repair, company: La reprise de l'enduit est prévue lundi"],
    ['on vous ajoute une leçon gratuite', 'gesture, company: on vous ajoute une leçon gratuite'],
    ['Une chambre vous sera réservée pour la nuit du 4 avril.', 'other, company: Une chambre vous sera réservée pour la nuit du 4 avril'],
    ['Votre dîner sera préparé sans gluten samedi.', 'other, company: Votre dîner sera préparé sans gluten samedi'],
    ['Le laboratoire vous communiquera la date lundi.', 'reply, third-party: Le laboratoire vous communiquera la date lundi'],
    ['Le transporteur vous les remettra mardi.', 'deliver, third-party: Le transporteur vous les remettra mardi'],
    ['Nous nous engageons à vous rembourser sous quinzaine.', 'refund, company: Nous nous engageons à vous rembourser sous quinzaine'],
    ['y aura pas de frais de dossier', 'other, company: y aura pas de frais de dossier'],
    ['La mensualité de mai ne sera pas présentée.', 'other, company: La mensualité de mai ne sera pas présentée'],
    ['Le solde de tout compte vous parviendra le 10 avril.', 'deliver, company: Le solde de tout compte vous parviendra le 10 avril'],
    ['si jamais ça recommence on change toute la serrure', 'exchange, company, conditional: on change toute la serrure'],
    ['Je prends note de votre plainte et la transmets à notre direction.', 'transfer, agent: la transmets à notre direction'],
    ['le paquet je le fais suivre à votre bureau demain', 'deliver, agent: le paquet je le fais suivre à votre bureau demain'],
    ['on vous fait grâce des pénalités', 'gesture, company: on vous fait grâce des pénalités'],
    ['on vous crédite le trop-perçu', 'refund, company: on vous crédite le trop-perçu'],
    ['Notre équipe procédera au débouchage demain.', 'repair, company: Notre équipe procédera au débouchage demain'],
    ['Votre abonnement est prolongé de deux mois.', 'gesture, company: Votre abonnement est prolongé de deux mois'],
    ['on refait le planning pour lundi', 'correct, company: on refait le planning pour lundi'],
  ])('%s', (text, pledge) => {
    expect(found(text)).toEqual([pledge]);
  });
});

describe('no pledge', () => {
  it.each([
    "Plusieurs formules s'offrent à vous en avril.", 'le conseil se réunit jeudi', "L'assemblée se tiendra le 12 mars.", 'ce type de panne prend une petite heure', 'Une telle réparation demande dix jours.', "L'avoir de 20 € y figure en bas.",
    'on touche vingt euros de frais là-dessus', "c'est moi qui décide", "c'est moi qui le mets", "Le carburant n'est pas décompté en cas de panne.", 'la gratuité ne joue plus à partir de 80 €',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
