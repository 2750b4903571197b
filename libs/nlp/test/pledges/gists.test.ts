import { describe, expect, it } from 'vitest';
import { placedStatements } from '../../src/pledges/relations/order.js';
import { clashOfGists } from '../../src/pledges/relations/gists/clashes.js';
import { statementsOf } from './statements-of.js';
import { interactionIdOf } from '#domain';

/** Clauses that clash between what is told on 3 March and on 6 March 2026, whatever the tables know. */
function clashes(first: string, second: string): string[] {
  const before = statementsOf(first);
  const after = statementsOf(second, { at: '2026-03-06T10:00:00+01:00' }).map((one) => ({ ...one, interactionId: interactionIdOf('test', 'test', '2') }));
  const said = placedStatements([...before, ...after]);
  return said.flatMap((_, index) => clashOfGists(said, index).map(({ kind }) => kind));
}

describe('two clauses on one thing', () => {
  it.each([
    ['a day, by a noun for the verb', 'Les cours reprennent le 7 septembre.', "la reprise des cours c'est le quatorze septembre", 'deadline-moved'],
    ['a sum, by another noun', 'La mairie vous verse une aide de 300 €.', "l'aide de la mairie est de deux cents euros", 'amount-changed'],
    ['a length of time', 'Le délai de carence pour le dentaire est de trois mois.', 'six mois de carence pour les soins dentaires', 'two-versions'],
    ['yes and no to a deed', "Les livreurs monteront l'armoire.", "les livreurs montent pas l'armoire", 'yes-to-no'],
    ['a deed that is undone by another', 'Nous annulons les frais de notaire.', 'les frais de notaire sont maintenus', 'yes-to-no'],
    ['who pays', "L'entretien de la chaudière est à la charge du propriétaire.", "c'est le locataire qui paie l'entretien de la chaudière", 'two-versions'],
    ['where', 'Le bus scolaire passe devant la mairie.', 'le bus scolaire passe devant le stade', 'two-versions'],
    ['free and priced', "Le gardiennage du bateau est gratuit l'hiver.", "pour garder le bateau c'est quatre-vingts euros par mois", 'two-versions'],
    ['in how many parts', 'Le stage se règle en quatre fois.', 'le stage est à régler en une seule fois', 'two-versions'],
  ])('that tell %s otherwise', (_, first, second, kind) => {
    expect(clashes(first, second)).toContain(kind);
  });

  it.each([
    ['another thing is named', 'La caution du vélo est de 200 €.', "la caution du casque c'est vingt euros"],
    ['the one is made of the other', 'Nous vous remboursons deux mois à 20 €.', 'vous récupérez quarante euros'],
    ['the same is said in other words', "L'entretien est à notre charge.", "l'entretien n'est pas à votre charge"],
    ['time went on', 'La piscine est fermée pour travaux.', 'la piscine est de nouveau ouverte depuis lundi'],
    ['another deed is told', 'Un menuisier vient voir le tiroir vendredi.', 'on vous rappelle pour le tiroir le 20 mars'],
    ['what was refused is granted', "On ne garde pas le chien en cabine.", 'nous garderons votre chien en cabine'],
    ['a hedge', 'Le ferry devrait partir à 8 h.', 'le ferry part à neuf heures'],
    ['somebody else is meant', 'Votre fils est inscrit au stage de voile.', "votre fille n'est pas inscrite au stage de voile"],
  ])('hold both where %s', (_, first, second) => {
    expect(clashes(first, second)).toEqual([]);
  });
});

it('what a clause tells is kept with the first statement that it makes', () => {
  const [pledge] = statementsOf('La pose de la poignée aura lieu le 9 mars.');
  expect(pledge?.gist).toEqual({ things: ['poser', 'poignee'], deeds: [], tells: ['date:2026-03-09:1773097200000'], beside: undefined });
});
