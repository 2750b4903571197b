import { describe, expect, it } from 'vitest';
import type { LabelledSide } from '../labelled-set.js';
import { scorePair } from '../score-pairs.js';

const sideOf = (text: string, at: string, agent: string): LabelledSide => ({ text, at, channel: 'email', agent });

/** The kinds found between what two agents said to one customer, two days apart. */
const foundBetween = (one: string, other: string): readonly string[] =>
  scorePair({ id: 'mots', a: sideOf(one, '2026-03-02T10:00:00+01:00', 'x'), b: sideOf(other, '2026-03-04T10:00:00+01:00', 'y'), case: true, contradictory: true, kind: 'two-versions', why: null, aspan: [0, one.length], bspan: [0, other.length] }).found;

describe('one thing in two wordings', () => {
  it.each([
    ['Votre chauffe-eau sera posé jeudi.', "L'installation du ballon d'eau chaude aura lieu vendredi en huit."],
    ['Les frais de remorquage sont pris en charge.', 'Le remorquage, ça sera de votre poche.'],
    ["Le cylindre de la serrure sera changé, c'est pour notre pomme.", 'Le barillet reste à votre charge.'],
    ["Le dégât est pris en charge par l'assurance.", 'Le sinistre est à la charge du locataire.'],
    ['Votre barnum fait 40 m2.', 'Le chapiteau mesure 30 m2.'],
    ['Les bacs sont ramassés le mardi.', 'La collecte des conteneurs se fait le jeudi.'],
    ["L'inhumation aura lieu samedi.", "L'enterrement est fixé à lundi."],
    ['Les lunettes sont garanties deux ans.', 'La monture est couverte un an.'],
    ['Le mot de passe est envoyé par SMS.', 'Votre mot de passe arrivera par courrier.'],
    ['Votre carte grise sera prête jeudi.', "Le certificat d'immatriculation sera prêt lundi."],
    ['On peut mettre votre abonnement en pause.', "La suspension de l'abonnement n'est pas possible."],
    ['La boîte aux lettres sera remplacée, c\'est offert par la maison.', 'Le remplacement de la boîte aux lettres vous sera facturé 45 €.'],
    ['Le tarif est de 89 € TTC.', 'Le tarif est de 89 € HT.'],
    ["L'appartement est loué meublé.", 'Le logement est loué vide.'],
    ['La nounou est disponible le mercredi.', "L'assistante maternelle n'est pas libre le mercredi."],
  ])('« %s » | « %s »', (one, other) => expect(foundBetween(one, other)).not.toEqual([]));
});

describe('two things of one trade', () => {
  it.each([
    ['Le lave-linge sera livré jeudi.', 'Le lave-vaisselle sera livré lundi.'],
    ['Votre carte grise sera prête jeudi.', 'Votre carte de fidélité arrivera lundi.'],
    ['La serrure est à votre charge.', 'La porte est prise en charge par le propriétaire.'],
    ['La monture coûte 120 €.', 'Les verres coûtent 240 €.'],
    ['La piscine ferme à 20 h.', 'Le spa ferme à 22 h.'],
    ['La pose de la porte prend deux jours.', "La dépose de l'ancienne prend une heure."],
    ["L'acompte est de 300 €.", 'Le solde est de 700 €.'],
    ['Le chalet est libre en juillet.', "Le mobil-home n'est pas libre en août."],
    ["Votre chien part en pension lundi.", 'Le rendez-vous du vaccin est vendredi.'],
    ["La croisière est remboursée.", "L'excursion n'est pas remboursée."],
    ['Le cercueil est en chêne.', "L'urne est en granit."],
    ['Nous vous prêtons une voiture.', 'Le véhicule de location est à votre charge.'],
    ["Vous serez pris en charge à l'accueil.", 'Le transport reste à votre charge.'],
  ])('« %s » | « %s »', (one, other) => expect(foundBetween(one, other)).toEqual([]));
});
