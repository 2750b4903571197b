import { describe, expect, it } from 'vitest';
import type { LabelledPair } from './labelled-set.js';
import { scorePair } from './score-pairs.js';
import { statementsOf } from './statements-of.js';

const side = (text: string, channel: LabelledPair['a']['channel'], day: string) => ({ channel, at: `2026-03-0${day}T10:00:00+01:00`, agent: day, text });

/** What is found between two turns said on Monday 2 and Thursday 5 March 2026, by mail, then by telephone. Sentences of our own, none of the labelled set. */
function kindsBetween(first: string, second: string): readonly string[] {
  return scorePair({ id: 'essai', a: side(first, 'email', '2'), b: side(second, 'phone', '5'), case: true, contradictory: true, kind: null, why: null, aspan: [0, 1], bspan: [0, 1] }).found;
}

const what = (text: string) => statementsOf(text).flatMap((one) => (one.kind === 'address' || (one.kind === 'claim' && one.question === 'told') ? [] : [one.kind === 'claim' ? `${one.question} ${one.answer}` : `${one.kind} ${one.act}`]));

describe('a wait', () => {
  it.each([
    ['il faut compter trois semaines pour la réparation', 'pledge repair', '2026-03-24'],
    ["votre badge est en fabrication, il faudra patienter jusqu'au 20 mars", 'pledge deliver', '2026-03-20'],
    ['comptez dix jours pour le remboursement', 'pledge refund', '2026-03-13'],
  ])('%s', (text, told, due) => {
    const [one] = statementsOf(text).filter(({ kind }) => kind === 'pledge');
    expect([`${one?.kind} ${one?.kind === 'pledge' ? one.act : ''}`, one?.kind === 'pledge' ? one.deadline?.by?.local : null]).toEqual([told, due]);
  });

  it('is no undertaking of a house in general, nor of the customer', () => {
    expect(what('en général il faut compter trois semaines pour une réparation')).toEqual([]);
    expect(what('il faut attendre')).toEqual([]);
  });

  it('that grows, that ends later than a date, and « pas avant » it', () => {
    expect(kindsBetween('Comptez dix jours pour le remboursement.', 'pour le remboursement faut compter cinq semaines')).toEqual(['deadline-moved']);
    expect(kindsBetween('Vous aurez la poussette samedi.', "la poussette sera pas chez vous avant le 20 mars")).toEqual(['deadline-moved']);
    expect(kindsBetween('Vous aurez la poussette le 25 mars.', "la poussette sera pas chez vous avant le 20 mars")).toEqual([]);
    expect(kindsBetween("Votre fauteuil part lundi.", "impossible de vous l'expédier avant lundi")).toEqual([]);
  });
});

describe('granted or refused in few words', () => {
  it.each([
    ['ok pour le remboursement', ['pledge refund']],
    ["c'est bon pour l'échange", ['pledge exchange']],
    ['pas de souci pour le remboursement', ['pledge refund']],
    ['pas ok pour le remboursement', []],
    ['impossible de vous rembourser le billet', ['refusal refund', 'possible no']],
    ["Nous ne pouvons accepter ce retour.", ['accepted no']],
    ["on va pas pouvoir vous rembourser", ['refusal refund']],
    ["on fait pas le paiement en trois fois", ['refusal other']],
    ['malheureusement plus de place pour samedi', ['refusal other']],
  ])('%s: %j', (text, told) => {
    expect(what(text)).toEqual(told);
  });

  it('is held against what came before, not the studying of a demand', () => {
    expect(kindsBetween("Votre demande d'échange est acceptée.", "on fait pas d'échange sur cet article")).toEqual(['yes-to-no']);
    expect(kindsBetween('Nous étudions votre demande de remboursement.', 'on pourra pas vous rembourser')).toEqual([]);
    expect(kindsBetween('Vous avez droit au tarif famille.', 'vous avez pas droit au tarif famille')).toEqual(['two-versions']);
  });
});

describe('what it is about', () => {
  it('is said in front, or by a pronoun', () => {
    expect(kindsBetween('La robe, vous la recevez vendredi.', 'pour les sandales la livraison est prévue le 20 mars')).toEqual([]);
    expect(kindsBetween('Concernant la commande 55102, votre remboursement de 45 € sera effectué lundi.', 'concernant la commande 77841, le remboursement de vingt euros sera fait vendredi')).toEqual([]);
    expect(kindsBetween('Votre bagage cabine est gratuit.', 'le bagage en soute est payant')).toEqual([]);
    expect(kindsBetween("La garantie du four est prolongée d'un an.", 'on peut pas prolonger la garantie de la plaque')).toEqual([]);
  });

  it('is not where, how or why', () => {
    expect(kindsBetween("Un technicien viendra à votre domicile.", "on envoie pas de technicien pour cette panne")).toEqual(['yes-to-no']);
    expect(kindsBetween('Nous vous verserons 90 € sur votre compte.', 'on vous verse soixante euros par chèque')).toEqual(['amount-changed']);
  });
});

describe('amounts', () => {
  it.each([
    ["l'intégralité, then half", "Nous vous remboursons l'intégralité du séjour.", 'le séjour sera remboursé à hauteur de 50 %', ['amount-changed']],
    ['up to', "Nous vous remboursons jusqu'à 100 € de taxi.", 'on vous rembourse le taxi soit 64 euros', []],
    ['a year, then twelve months', 'Nous vous offrons un an d\'abonnement.', "vous avez douze mois offerts sur l'abonnement", []],
    ['months', 'Nous vous offrons 3 mois d\'abonnement.', "vous avez un mois offert sur l'abonnement", ['amount-changed']],
    ['named by its noun', 'Votre avoir est de 40 €.', "l'avoir s'élève à trente euros", ['amount-changed']],
  ])('%s', (_, first, second, kinds) => {
    expect(kindsBetween(first, second)).toEqual(kinds);
  });
});

describe('conditions', () => {
  it('of what « on peut », after an event, and before « sinon »', () => {
    expect(kindsBetween('Nous pouvons vous livrer samedi uniquement si la commande est réglée ce soir.', 'vous êtes livré samedi')).toEqual(['conditional-turned-firm']);
    expect(kindsBetween("Nous vous rendons la caution après l'état des lieux.", 'on vous rend la caution')).toEqual(['conditional-turned-firm']);
    expect(kindsBetween("Nous vous rendons la caution après l'état des lieux.", "l'état des lieux est fait, on vous rend la caution")).toEqual([]);
  });
});

describe('one figure of one thing', () => {
  it.each([
    ['a sum', 'Une franchise de 300 € s\'applique en cas de vol.', "la franchise sur le vol c'est cent cinquante euros", ['two-versions']],
    ['of another case', 'Une franchise de 300 € s\'applique en cas d\'inondation.', "la franchise sur le vol c'est cent cinquante euros", []],
    ['a length of time', 'Votre préavis est de trois mois.', "le préavis pour quitter le logement c'est un mois", ['two-versions']],
    ['the same in another unit', 'Votre préavis est de trois mois.', "le préavis c'est quatre-vingt-dix jours", []],
    ['a rhythm', 'La visite est obligatoire tous les deux ans.', "la visite c'est tous les ans", ['two-versions']],
    ['a numbered place', 'Le vol part du terminal 2.', 'votre vol il part du terminal trois', ['two-versions']],
    ['a size', 'La taille 40 est en stock.', 'la taille 42 est en rupture', []],
    ['a benefit', 'Nous vous accordons une remise de 40 € sur la révision.', "la remise c'est vingt-cinq euros", ['amount-changed']],
  ])('%s', (_, first, second, kinds) => {
    expect(kindsBetween(first, second)).toEqual(kinds);
  });
});

describe('not yet, or so far', () => {
  it.each([
    ['La carte vous sera envoyée le 20 mars.', "la carte est pas encore imprimée", []],
    ['Votre colis a été remis au transporteur.', "votre colis est en cours d'acheminement", []],
    ['Votre colis a été livré hier.', "votre colis est toujours en cours d'acheminement", ['two-versions']],
    ['Votre dossier est incomplet.', 'votre dossier est complet', []],
    ['Votre abonnement est résilié.', 'votre abonnement est toujours actif', ['two-versions']],
    ['Votre abonnement est résilié.', 'votre abonnement est plus actif', []],
  ])('%s / %s', (first, second, kinds) => {
    expect(kindsBetween(first, second)).toEqual(kinds);
  });
});

it('a week named by a day is over on its Friday', () => {
  expect(kindsBetween('Vous serez livré dans la semaine du 16 mars.', 'la livraison est confirmée pour mercredi dix-huit mars')).toEqual([]);
});
