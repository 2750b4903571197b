import { describe, expect, it } from 'vitest';
import type { LabelledPair } from './labelled-set.js';
import { scorePair } from './score-pairs.js';
import { statementsOf } from './statements-of.js';

const side = (text: string, channel: LabelledPair['a']['channel'], day: string) => ({ channel, at: `2026-03-0${day}T10:00:00+01:00`, agent: day, text });

/** What is found between two turns said on Monday 2 and Thursday 5 March 2026, by mail, then by telephone. Sentences of our own, none of the labelled set. */
function kindsBetween(first: string, second: string): readonly string[] {
  return scorePair({ id: 'essai', a: side(first, 'email', '2'), b: side(second, 'phone', '5'), case: true, contradictory: true, kind: null, why: null, aspan: [0, 1], bspan: [0, 1] }).found;
}

describe('two versions of a fact', () => {
  it.each([
    ['price', 'La livraison est gratuite.', "la livraison c'est 12 euros"],
    ['another price', "L'option est à 4,99 € par mois.", "l'option vous coûte 6,99 par mois"],
    ['how long it binds', 'Votre forfait est sans engagement.', "l'engagement est de douze mois"],
    ['how long it is covered', 'Votre four est garanti deux ans.', 'vous avez quatre ans de garantie sur le four'],
    ['cause', "La coupure est due à votre box.", 'la coupure vient du réseau'],
    ['who does it', 'Il vous appartient de renvoyer le colis.', 'le coursier passera chercher le colis'],
    ['what is covered', 'Les dommages ne sont pas couverts par la garantie.', 'les dégâts sont couverts'],
    ['what is still made', 'Cette pièce est disponible.', "la pièce n'est plus fabriquée"],
    ['what is needed', "Un justificatif est obligatoire pour changer d'adresse.", 'faut pas de justificatif pour changer d\'adresse'],
  ])('%s', (_, first, second) => {
    expect(kindsBetween(first, second)).toEqual(['two-versions']);
  });

  it.each([
    ['Votre four est garanti deux ans.', 'votre four est garanti vingt-quatre mois'],
    ['La livraison est à 9,90 €.', "la livraison c'est 9 euros 90"],
    ['La livraison est gratuite.', "le montage c'est 30 euros"],
  ])('%s / %s: the same, or another thing', (first, second) => {
    expect(kindsBetween(first, second)).toEqual([]);
  });
});

describe('yes, then no', () => {
  it.each([
    ['a demand that is turned down', 'Nous vous accordons un mois gratuit.', "votre demande de gratuité a été refusée"],
    ['a fact that takes a pledge back', 'Nous vous remboursons les frais de dossier.', 'les frais de dossier ne sont pas remboursables'],
    ['a cost that was to be ours', 'Nous prenons en charge la réparation du four.', 'la réparation du four est à votre charge'],
  ])('%s', (_, first, second) => {
    expect(kindsBetween(first, second)).toEqual(['yes-to-no']);
  });

  it.each([
    ['what the customer may do', 'Vous pouvez annuler votre séjour sans frais.', 'vous pouvez pas annuler le séjour'],
    ['what is out of the question', 'Nous réparons votre four gratuitement.', "la réparation du four c'est exclu"],
    ['a cost that was to be waived', 'Nous annulons la pénalité de retard.', 'la pénalité de retard vous sera facturée'],
  ])('%s', (_, first, second) => {
    expect(kindsBetween(first, second).length).toBeGreaterThan(0);
  });

  it.each([
    ['a contrast', 'Nous vous remboursons le fauteuil.', "pour les housses c'est un avoir, pas un remboursement"],
    ['another deed', 'Vous pouvez annuler votre séjour.', 'vous pouvez pas reporter le séjour'],
    ['another act', 'Nous vous échangeons les bottes.', 'les bottes sont pas remboursables'],
    ['twice the same, once with « rien »', 'Le montage est gratuit.', 'vous avez rien à payer pour le montage'],
  ])('not %s', (_, first, second) => {
    expect(kindsBetween(first, second)).toEqual([]);
  });

  it.each([
    ['of the house or of the garden', 'Le devis du garage vous sera envoyé mardi.', 'le devis de la terrasse vous sera envoyé vendredi'],
    ['with a name of its own', 'La formule Azur est sans engagement.', "la formule Granit c'est un an d'engagement"],
    ['with a number of its own', 'Nous vous remboursons la commande 3345.', 'la commande 9981 est pas remboursable'],
    ["of somebody of the customer's", 'Nous vous remboursons votre place.', 'la place de votre mari est pas remboursable'],
    ['of another kind', 'La chambre simple est à 70 €.', 'la chambre double est à 95 euros'],
    ['the second', 'Votre colis a été expédié lundi.', "la deuxième commande n'est pas partie"],
  ])('not of a thing %s', (_, first, second) => {
    expect(kindsBetween(first, second)).toEqual([]);
  });

  it('not of the other leg, nor of another month', () => {
    expect(kindsBetween('Votre billet aller sera échangé.', "le billet retour n'est pas échangeable")).toEqual([]);
    expect(kindsBetween('Nous vous remboursons la facture de mars.', 'on ne peut pas vous rembourser la facture de mai')).toEqual([]);
  });
});

describe('amounts and dates', () => {
  it.each([
    ['reckoned', 'Deux mois à 12 € vous seront remboursés.', 'vous serez remboursé de 24 euros'],
    ['reckoned by thirds and halves', 'La moitié de votre billet de 80 € vous sera remboursée.', 'vous aurez 40 euros de remboursement'],
    ['sent, then received', 'Votre colis part vendredi.', 'vous aurez votre colis lundi'],
    ['came back', 'La lampe est en rupture.', 'la lampe est de nouveau en stock'],
    ['a length of time said twice', 'Vous disposez de deux semaines pour renvoyer le colis.', 'le délai de retour est de 14 jours'],
    ['on top', "Nous vous offrons un bon d'achat de 10 €.", "on vous offre un bon d'achat supplémentaire de 5 euros"],
    ['another thing, named first', 'Remboursement de 35 € pour le pull.', 'pour la jupe, le remboursement sera de 50 euros'],
  ])('%s: both hold', (_, first, second) => {
    expect(kindsBetween(first, second)).toEqual([]);
  });

  it.each([
    ['summed up after the clause', 'Remboursement intégral de votre billet, soit 130 €.', 'on vous rembourse 90 euros sur le billet'],
    ['spelt in two ways', 'Nous vous reversons le trop-perçu de 38 €.', 'le trop perçu de 28 euros vous sera reversé'],
    ['summed up with « donc »', 'Nous vous remboursons la moitié du stage, donc 90 €.', 'un remboursement de 60 euros a été fait pour le stage'],
    ['points said in words', 'Vous recevrez mille points.', 'vous aurez 500 points'],
    ['without a verb of giving', "Vous recevrez un bon d'achat de 30 €.", "le bon d'achat c'est 25 euros"],
    ['done otherwise than promised', 'Nous vous remboursons 45 €.', 'le remboursement de 30 euros a été fait'],
  ])('%s: another amount', (_, first, second) => {
    expect(kindsBetween(first, second)).toEqual(['amount-changed']);
  });

  it('a date told by « c\'est … que », and one that only follows a condition', () => {
    expect(kindsBetween("Votre table arrive le 9 mars.", "la table c'est le 12 mars qu'elle arrive chez vous")).toEqual(['deadline-moved']);
    expect(kindsBetween('Votre table arrive le 9 mars.', "elle n'est toujours pas arrivée, la table arrive le 12 mars")).toEqual(['deadline-moved']);
  });
});

it('another time to act in', () => {
  expect(kindsBetween("Vous disposez de 30 jours pour renvoyer l'article.", 'le délai de retour est de quinze jours')).toEqual(['two-versions']);
});

it('« ne … que » tells when', () => {
  expect(kindsBetween('Le vitrier passera mardi.', 'le vitrier ne passera que vendredi')).toEqual(['deadline-moved']);
});

describe('conditions', () => {
  it('reach over what is said in them', () => {
    expect(kindsBetween("Si l'expert dit que c'est un vice caché, nous prenons en charge la réparation.", 'on prend en charge la réparation')).toEqual(['conditional-turned-firm']);
    expect(kindsBetween('Sur présentation de la facture, nous vous remboursons le taxi.', 'on vous rembourse le taxi')).toEqual(['conditional-turned-firm']);
  });

  it('are met where the words say so', () => {
    expect(kindsBetween('Si la batterie est défectueuse, nous vous échangeons la batterie.', "le diagnostic confirme le défaut, on vous échange la batterie")).toEqual([]);
  });
});

it.each([
  ['Le remboursement de la table a été refusé', ['refusal']],
  ['votre livraison a pris du retard', []],
  ['je récapitule votre livraison de demain', []],
  ['nous ne sommes pas en mesure de reporter votre échéance', ['refusal']],
  ['échange impossible pour la veste', ['refusal']],
])('%s: %j', (text, kinds) => {
  expect(statementsOf(text).flatMap(({ kind }) => (kind === 'claim' || kind === 'address' ? [] : [kind]))).toEqual(kinds);
});
