import type { ContradictionKind, Fulfilment, Pledge, Statement } from '#domain';
import { foldWord } from '../../../read/index.js';
import { CAME_BACK, NEWLY } from '../compare-terms.js';
import { isOf } from '../last-word.js';
import type { Placed } from '../order.js';
import { areNeighbours, isElsewhere, sameMatter } from '../same-matter.js';
import { meansSame } from '../../gist/senses.js';
import { isVerb } from '../../gist/roots.js';
import { areOneDemand } from '../../lexicon/near-deeds.js';
import { areContrary } from '../../lexicon/contrary-verbs.js';
import { type Alike, isWeak } from './alike.js';
import type { Context } from './clashes.js';
import { isReckoned } from './reckoned.js';
import { type Prepared, saidOf } from './prepared.js';

export interface Side {
  readonly gist: Prepared;
  readonly statement: Statement;
  readonly placed: Placed;
  readonly context: Context;
}

const isOfDeed = (placed: Placed): placed is Placed<Pledge | Fulfilment> => isOf(placed, 'pledge', 'fulfilment');

export interface Compared {
  readonly slot: string;
  readonly differs: boolean;
  readonly kind: ContradictionKind;
}

/** The slots that both tell, of those in which two clauses with so much in common may be held against each other. */
export function differ(earlier: Side, later: Side, alike: Alike): Compared[] {
  const found: Compared[] = [];
  const [one, other] = [earlier.gist, later.gist];
  // What two pledges on one matter say of its date and amount is judged with what was done in between.
  const isJudged = isOfDeed(earlier.placed) && isOfDeed(later.placed) && sameMatter(earlier.placed, later.placed);
  for (const [slot, values] of one.slots) {
    const others = other.slots.get(slot) ?? (slot.startsWith('n.') ? countedAlike(slot, other) : undefined);
    if (others === undefined) continue;
    const isNone = !values.some((value) => others.includes(value));
    const compared = (kind: ContradictionKind, differs = isNone): void => void found.push({ slot, differs, kind });
    const isSingle = values.length === 1 && others.length === 1;
    if (!alike.isSame && !(isSingle && AROUND.has(slot))) continue;
    if (isJudged && (slot === 'date' || slot === '€' || slot === '%' || slot.startsWith('n.'))) continue;
    if (slot === 'date') {
      if (isSingle && mayMove(one, other, alike) && (alike.events > 0 || !areOtherActs(earlier.statement, later.statement))) compared('deadline-moved', isLater(values[0]!, others[0]!));
    } else if (slot === '€' || slot === '%' || slot === 'days' || slot.startsWith('n.')) {
      if (isSingle && !alike.isOtherEvent && !isOnTop(earlier, later)) compared(slot === '€' || slot === '%' ? 'amount-changed' : 'two-versions', isNone && !isReckoned(slot, values[0]!, others[0]!, earlier, later));
    } else if (slot === 'place') {
      if ((!alike.isOtherEvent || alike.common.some((root) => !isVerb(root))) && alike.common.length > 0 && one.events.length + other.events.length > 0 && !one.gist.past && !other.gist.past) compared('two-versions');
    } else if (slot === 'by' || slot === 'pays') {
      compared('two-versions');
    } else if (slot === 'means' || slot === 'channel') {
      if (!alike.isOtherEvent) compared('two-versions');
    } else if (slot === 'day' || slot === 'clock') {
      // « de 9 h à 17 h » holds « à 10 h ».
      if (!alike.isOtherEvent && !one.slots.has('date') && !other.slots.has('date') && values.length === others.length) compared('two-versions');
    } else if (slot !== 'paper' && slot !== 'ref' && slot !== 'allowed') {
      if ((alike.alone === 0 || !alike.isSame) && !isBack(later.statement) && isOneCase(one, other) && !isElsewhere(earlier.statement, later.statement)) compared('two-versions');
    }
  }
  if (alike.isSame && isFree(one) && isPriced(other) || alike.isSame && isFree(other) && isPriced(one)) if ((alike.alone === 0 || !alike.isSame) && isOneCase(one, other) && !alike.isOtherEvent && !isElsewhere(earlier.statement, later.statement)) found.push({ slot: 'price', differs: true, kind: 'two-versions' });
  if (!alike.isSame) return found;
  const sign = polarity(one, other, alike, earlier.statement, later.statement);
  if (sign !== null) found.push({ slot: 'sign', differs: sign, kind: 'yes-to-no' });
  return found;
}

/** What is told once on a case: in how many parts, what is asked for. That it is one case is enough to hold them against each other. */
const AROUND = new Set(['parts', 'needed']);

/** « de nouveau ouverte depuis lundi »: time went on. */
const isBack = ({ evidence: { quote } }: Statement): boolean => CAME_BACK.test(quote) || NEWLY.test(quote);

/** « 4 nuitées », « deux nuits ». */
function countedAlike(slot: string, { slots }: Prepared): readonly string[] | undefined {
  for (const [name, values] of slots) if (name.startsWith('n.') && meansSame(name.slice(2), slot.slice(2))) return values;
  return undefined;
}

const isFree = ({ slots, absent }: Prepared): boolean => slots.get('free')?.includes('+') === true || [...absent].some((thing) => CHARGES.has(thing));
const isPriced = ({ slots, absent, gist, things }: Prepared): boolean => !gist.denied && ((slots.has('€') || slots.has('%')) && slots.get('free')?.includes('+') !== true || things.some((thing) => CHARGES.has(thing) && !absent.has(thing)) && gist.deeds.every((deed) => CHARGING.has(deed)) && slots.get('free')?.includes('+') !== true && slots.get('pays') === undefined);
const CHARGING = new Set('appliquer facturer prelever couter entrainer compter demander reclamer payer regler ajouter debiter imputer elever devoir'.split(' '));
const CHARGES = new Set(['frais', 'majorer', 'supplement', 'surcout', 'penalite', 'penaliser', 'commission', 'taxe']);

/** Both name one thing, or a pronoun stands for it, or neither names any. */
function sharesThing(one: Prepared, other: Prepared): boolean {
  const [before, after] = [one, other].map(({ things }) => things.filter((thing) => !isVerb(thing)));
  if (before!.length === 0 && after!.length === 0) return one.gist.deeds.length + other.gist.deeds.length > 0;
  const [all, others] = [[...before!, ...one.beside], [...after!, ...other.beside]];
  return (before!.length === 0 || after!.length === 0 ? one.beside.length + other.beside.length > 0 : true) && all.some((thing) => others.some((two) => meansSame(thing, two)));
}

/** « au-delà d'une journée », « si … »: what holds in a case only is held against what holds in one. */
const isOneCase = (one: Prepared, other: Prepared): boolean => (one.gist.conditional ?? false) === (other.gist.conditional ?? false);

/** Both are undertaken, and two acts. */
const areOtherActs = (one: Statement, other: Statement): boolean => one.kind === 'pledge' && other.kind === 'pledge' && one.act !== other.act && !areNeighbours(one.act, other.act);

/** A day that was told and one that is told now are of the same to come. */
const mayMove = (one: Prepared, other: Prepared, alike: Alike): boolean => !alike.isOtherEvent && !one.gist.past && !other.gist.past && !one.isDenied && !other.isDenied && !one.gist.conditional;

/** `2026-05-20T12:00:1779271200000`: by the day, or by the hour where both name one. */
function isLater(before: string, after: string): boolean {
  const [one, other] = [before, after].map((value) => ({ local: value.slice(0, value.lastIndexOf(':')), instant: Number(value.slice(value.lastIndexOf(':') + 1)) }));
  if (one!.local.slice(0, 10) === other!.local.slice(0, 10)) return other!.local.includes('T') && other!.instant > one!.instant && one!.local.includes('T');
  return other!.instant > one!.instant;
}

const isAdded = (statement: Statement): boolean => (statement.kind === 'pledge' || statement.kind === 'claim') && statement.because === 'added';
const ON_TOP = /\b(?:egalement|aussi|en plus|de plus|en outre|outre|supplementaires?|par contre|par ailleurs|en sus)\b/u;
const isOnTop = (earlier: Side, later: Side): boolean => isAdded(earlier.statement) || ON_TOP.test(foldWord(later.statement.evidence.quote)) || ON_TOP.test(foldWord(earlier.statement.evidence.quote));

/** One says yes and the other no to the same. Null: they do not speak of one. */
function polarity(one: Prepared, other: Prepared, alike: Alike, earlier: Statement, later: Statement): boolean | null {
  if (alike.alone > 0) return null;
  // « le numéro n'a pas pu être conservé »
  if ((one.gist.past ?? false) !== (other.gist.past ?? false) && !(earlier.kind === 'pledge' && later.kind === 'refusal')) return null;
  if (one.gist.past && one.isDenied) return null;
  // What was granted in a case only, or of which only the deed is shared though one names a thing, was not promised of this.
  if (one.gist.conditional || !sharesThing(one, other)) return null;
  // Whoever grants what was refused takes nothing back.
  if (one.isDenied && !other.isDenied && later.kind === 'pledge') return null;
  if (isBack(later) || (one.slots.get('pays') ?? []).some((who) => other.slots.get('pays')?.includes(who) === true)) return null;
  for (const [slot, values] of one.slots) if ((values[0] === '+' || values[0] === '-') && slot !== 'allowed' && other.slots.get(slot)?.[0] === values[0]) return null;
  const [said, now] = [saidOf(one), saidOf(other)];
  const contrary = one.gist.deeds.some((root) => other.gist.deeds.some((two) => areContrary(root, two)));
  if (contrary && alike.common.length > 0) return (one.gist.denied ?? false) === (other.gist.denied ?? false);
  if (isGrant(earlier) && later.kind === 'refusal' && alike.common.some((root) => !isVerb(root) && one.things.includes(root)) && !isOtherDeed(one, other)) return true;
  // « pas de prélèvement », « on continue de prélever »
  if ([...one.absent].some((root) => tellsOf(other, root)) && !other.isDenied && other.gist.deeds.length > 0 || [...other.absent].some((root) => tellsOf(one, root)) && !one.isDenied && one.gist.deeds.length > 0 && !one.gist.deeds.some((deed) => ENDING.has(deed) || LOOKING.has(deed))) return true;
  const isBoth = said.length === 0 && now.length === 0 ? one.isDenied !== other.isDenied : said.some((root) => now.some((two) => meansSame(root, two) || areOneDemand(root, two)));
  return isBoth ? one.isDenied !== other.isDenied : null;
}

/** « la pénalité est annulée », then « pas de pénalité »; « nous étudions votre demande »: no grant. */
const ENDING = new Set('annuler lever supprimer effacer retirer enlever resilier arreter'.split(' '));
const LOOKING = new Set('etudier examiner traiter transmettre verifier regarder analyser'.split(' '));

const tellsOf = ({ things, gist, absent }: Prepared, root: string): boolean => (things.includes(root) || gist.deeds.includes(root)) && !absent.has(root) && !isWeak(root);

/** « vous pouvez », « on vous garde le chien ». */
const isGrant = (statement: Statement): boolean => statement.kind === 'pledge' || (statement.kind === 'claim' && (statement.question === 'possible' || statement.question === 'accepted') && statement.answer === 'yes');

/** Each is a deed of its own: to be refunded and to exchange. */
const isOtherDeed = (one: Prepared, other: Prepared): boolean => {
  const [before, after] = [one, other].map(({ events }) => events.filter((event) => OWN.has(event)));
  return before!.length > 0 && after!.length > 0 && !before!.some((event) => after!.includes(event));
};
const OWN = new Set('rembourser echanger remplacer reparer annuler resilier livrer rappeler appeler repondre facturer reporter modifier envoyer prelever verifier etudier examiner transmettre rouvrir suspendre transferer confirmer prevenir changer offrir inscrire reinscrire prolonger indemniser recevoir expedier reprendre'.split(' '));
