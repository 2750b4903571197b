import { areNear } from '../../lexicon/near-deeds.js';
import { meansSame } from '../../gist/senses.js';
import { isVerb } from '../../gist/roots.js';
import { type Prepared, saidOf } from './prepared.js';

/** What two gists have in common, and what each has alone. */
export interface Alike {
  /** Words that say which case it is, things and deeds. */
  readonly common: readonly string[];
  /** Nouns in common that are said of any case. */
  readonly weak: number;
  readonly events: number;
  /** Both say what is done, and not the same. */
  readonly isOtherEvent: boolean;
  /** What each names of which the other's interaction says nothing: the smaller number of the two. */
  readonly alone: number;
  /** Enough to be told of one thing. */
  readonly isSame: boolean;
  /** Told on one case, and little in the clauses speaks of another thing. */
  readonly isAround: boolean;
}

const WEAK = new Set(
  'dossier demande demander client service prix tarif frais cout couter montant somme cas question situation information contact contacter suite date delai moment mail message courrier telephone numero compte site equipe collegue conseiller conseillere personne erreur excuse attente attendre confirmation confirmer accord accorder systeme regle condition point note geste reponse repondre rendez-vous total offre type place nom vigueur maniere facon gens histoire truc chose bas haut cote raison lieu fait sujet droit reference reclamation reclamer ordinateur logiciel planning heure jour annuel mensuel technicien agent supplement titre cause regarder disponible enfant envoyer expedier adresser transmettre parvenir poster livrer acheminer recevoir arriver apporter remettre distribuer communiquer delivrer recuperer obtenir fournir venir passer intervenir'.split(' '),
);
export const isWeak = (root: string): boolean => WEAK.has(root);
/** They say little of what is done. */
const VAGUE = new Set('passer compter partir avoir finir terminer realiser lancer attendre gerer traiter mettre-service prevoir annoncer decaler reporter repousser decevoir retarder confirmer bloquer facturer offrir inclure couter payer regler prelever caler fixer planifier programmer appliquer accorder revenir repasser venir rendre maintenir expirer chercher'.split(' '));

const hasSame = (roots: readonly string[], root: string): boolean => roots.some((one) => meansSame(one, root));

/**
 * @param context what the interaction of each names beside the clause
 * @param isOneCase the source says that both were on one case
 */
export function alikeness(one: Prepared, other: Prepared, context: readonly string[], otherContext: readonly string[], isOneCase: boolean): Alike {
  const own = [...new Set([...one.things, ...one.events])];
  const others = [...new Set([...other.things, ...other.events])];
  const common: string[] = [];
  let weak = 0;
  const note = (root: string): void => {
    if (WEAK.has(root) || VAGUE.has(root)) weak++;
    else if (!common.includes(root)) common.push(root);
  };
  const isMeant = standsFor(one, [...others, ...other.beside]);
  const isMeantByOther = standsFor(other, [...own, ...one.beside]);
  for (const root of own) if (hasSame(others, root) || (isMeantByOther && hasSame(other.beside, root))) note(root);
  if (isMeant) for (const root of one.beside) if (hasSame(others, root) || (one.things.every((thing) => namesNothing(one, thing)) && other.things.every((thing) => namesNothing(other, thing)) && hasSame(other.beside, root))) note(root);
  // « en quatre fois », « à 19,90 € »: what both count says of what they speak.
  for (const [slot, values] of one.slots) if ((slot === '€' || slot.startsWith('n.')) && other.slots.get(slot)?.some((value) => values.includes(value)) === true) common.push(slot);
  const events = one.events.filter((event) => hasSame(other.events, event)).length;
  const alone = Math.min(aloneIn(one, [...others, ...other.beside], otherContext), aloneIn(other, [...own, ...one.beside], context));
  const isSame = common.length > 1 || (common.length === 1 && alone === 0) || (weak > 0 && common.length === 0 && alone === 0 && [...own, ...others].every((root) => WEAK.has(root) || VAGUE.has(root)) && (one.things.every((root) => hasSame(others, root) || hasSame(other.beside, root)) || other.things.every((root) => hasSame(own, root) || hasSame(one.beside, root))));
  const isAround = isOneCase && alone < 2;
  const [done, otherDone] = [doneIn(one), doneIn(other)];
  return { common, weak, events, isOtherEvent: isContact(one) !== isContact(other) && saidOf(one).length > 0 && saidOf(other).length > 0 || done.length > 0 && otherDone.length > 0 && !done.some((event) => otherDone.some((two) => meansSame(event, two) || areNear(event, two))), alone, isSame, isAround };
}

/** Its pronoun may stand for what was said before: it names nothing that the other does not. */
const standsFor = (gist: Prepared, others: readonly string[]): boolean => gist.things.every((thing) => namesNothing(gist, thing) || hasSame(others, thing));

/** Said of any case, an answer to a question, a deed or how something is: no thing of its own. */
const namesNothing = ({ answers }: Prepared, thing: string): boolean => WEAK.has(thing) || answers.has(thing) || ADJECTIVE.test(thing) || isVerb(thing);
const ADJECTIVE = /(?:aire|ique|uel|uelle|eux|euse|if|ive)$/;

/** Somebody is called or written to: no other deed. */
const isContact = (gist: Prepared): boolean => saidOf(gist).some((event) => CONTACT.has(event));
const CONTACT = new Set('appeler rappeler telephoner contacter recontacter joindre ecrire prevenir informer repondre revenir avertir'.split(' '));

const doneIn = (gist: Prepared): readonly string[] => {
  const said = saidOf(gist).filter((event) => !VAGUE.has(event));
  return said.length > 0 ? said : gist.events.filter((event) => !VAGUE.has(event));
};

/** A pronoun stands for one of the last nouns. Of deeds only the one that is told counts. */
function aloneIn(gist: Prepared, others: readonly string[], context: readonly string[]): number {
  const { things, beside, answers } = gist;
  const isKnown = (thing: string): boolean => hasSame(others, thing) || hasSame(context, thing);
  const nouns = things.filter((thing) => !namesNothing(gist, thing));
  const deeds = things.filter((thing) => !WEAK.has(thing) && !answers.has(thing) && isVerb(thing));
  const meant = nouns.length > 0 ? nouns : beside.filter((thing) => !namesNothing(gist, thing)).slice(0, 2);
  return meant.filter((thing) => !isKnown(thing)).length + (deeds.some(isKnown) ? 0 : deeds.length);
}
