import type { Amount, Claim, Fulfilment, Pledge, Quantity } from '#domain';
import { classOf } from './topic-classes.js';

/** Some of it, nobody says how much. */
const PART_OF_IT = 1;

/** What may have been promised or done with an amount. */
type Told = Pledge | Fulfilment;

/** The later pledge falls due after the earlier one; both have a date. « Mardi » is no later than « mardi matin »: it says less. */
export function laterBy(earlier: Pledge, later: Pledge): boolean {
  const [before, after] = [earlier.deadline!.by!, later.deadline!.by!];
  const wholeDay = !after.local.includes('T') && !/soir|journée/iu.test(later.deadline!.words.quote);
  if (before.local.slice(0, 10) === after.local.slice(0, 10) && wholeDay) return false;
  if (isSameRange(earlier, later)) return false;
  return Date.parse(after.instant) > Date.parse(before.instant);
}

/** « sous trois à cinq jours », and the day after « d'ici trois à cinq jours »: said again, not moved. */
function isSameRange(earlier: Pledge, later: Pledge): boolean {
  const [before, after] = [earlier.deadline!, later.deadline!];
  return before.from !== null && after.from !== null && Date.parse(after.by!.instant) - Date.parse(before.by!.instant) <= DAY_MS && Date.parse(after.from.instant) < Date.parse(before.by!.instant);
}

const DAY_MS = 86_400_000;

/** Euros with euros, per cent with per cent: 10 % and 9 € may be the same. */
export const sameUnit = (one: Amount, other: Amount): boolean => 'currency' in one === 'currency' in other;

/** Half a cent: amounts are decimal fractions. */
export const SAME_AMOUNT = 0.005;

/** What was lacking came: « en rupture », then « de nouveau en stock »; « pas encore parti », then « parti ce matin ». Time went on, and nothing was told otherwise. */
export const movedOn = (one: Claim, other: Claim): boolean =>
  PROGRESS.has(`${one.answer} ${other.answer}`) || (one.answer === 'out-of-stock' && other.answer === 'in-stock' && CAME_BACK.test(other.evidence.quote)) || NEWLY.test(other.evidence.quote);

/** Time or goodwill made the one of the other; the way back is a contradiction. */
const PROGRESS: ReadonlySet<string> = new Set(['not-sent sent', 'incomplete complete', 'failed passed', 'not-received received', 'kept gone', 'on-the-way delivered', 'closed open']);
export const CAME_BACK = /(?<!\p{L})(?:de nouveau|à nouveau|de retour|revenu\p{L}*|enfin|maintenant|ça y est|réassort\p{L}*)(?!\p{L})/iu;
export const NEWLY = /(?<!\p{L})(?:depuis (?:hier|ce matin|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|entre-?temps|ça y est)(?!\p{L})/iu;

/** Another answer, another price or another duration: « garanti deux ans », « une garantie de cinq ans ». */
export function answersDiffer(one: Claim, other: Claim): boolean {
  if (one.question !== other.question && (one.answer === 'free' || other.answer === 'free')) return (one.amount ?? other.amount) !== null;
  if (one.question !== other.question && one.amount !== null && other.amount !== null) return sameUnit(one.amount, other.amount) && Math.abs(one.amount.value - other.amount.value) > SAME_AMOUNT;
  if (one.question !== other.question && (one.question === 'time-limit' || other.question === 'time-limit')) return Number(one.answer.split(':').at(-1)) !== Number(other.answer.split(':').at(-1));
  if (one.question.startsWith('figure:')) return Number(one.answer) !== Number(other.answer) && !isBound(one, other) && !isBound(other, one);
  const [[answer, length], [otherAnswer, otherLength]] = [one.answer.split(':'), other.answer.split(':')];
  if (answer !== otherAnswer || (length !== undefined && otherLength !== undefined && length !== otherLength)) return true;
  return one.amount !== null && other.amount !== null && sameUnit(one.amount, other.amount) && Math.abs(one.amount.value - other.amount.value) > SAME_AMOUNT;
}

/** No way of reckoning them gives the same: « deux mois à 15 € » are 30 €, « la moitié des 120 € » 60 €; « jusqu'à 100 € » holds 64 €. */
export const amountsDiffer = (one: Told, other: Told): boolean =>
  !staysWithin(one.amount!, AT_MOST.test(one.evidence.quote), other.amount!) && !reckonings(one).some((value) => reckonings(other).some((otherValue) => Math.abs(value - otherValue) <= SAME_AMOUNT));

const staysWithin = (most: Amount, isMost: boolean, told: Amount): boolean => isMost && told.value <= most.value;
/** « jusqu'à 28 ans » holds « à 26 ans » where only one of them is a bound. */
const isBound = (one: Claim, other: Claim): boolean => /^figure:[€%]$/.test(one.question) && AT_MOST.test(one.evidence.quote) && !AT_MOST.test(other.evidence.quote) && Number(other.answer) <= Number(one.answer);
const AT_MOST = /(?<!\p{L})(?:jusqu['’]à|maximum|au plus|max|plafonn\p{L}+|dans la limite)(?!\p{L})/iu;

/** A sum that is named for what was undertaken, otherwise than it was: in the ways of `amountsDiffer`, or as a share. */
export function isOtherSum(pledge: Pledge, { amount }: Claim): boolean {
  if (pledge.amount === null) return Math.abs(shareOf(pledge)! - amount!.value) > SAME_AMOUNT;
  return !staysWithin(pledge.amount, AT_MOST.test(pledge.evidence.quote), amount!) && !reckonings(pledge).some((value) => Math.abs(value - amount!.value) <= SAME_AMOUNT);
}

function reckonings({ amount, quantity, evidence: { quote } }: Told): number[] {
  const { value } = amount!;
  const isRate = quantity !== null && /(?:mois|mensualités?|échéances?|semaines?|nuits?|nuitées?|jours?|cours|factures?|séances?|places?|billets?|articles?|fois)\s+(?:à|de)\s|chacun|par mois/iu.test(quote);
  return [value, ...(isRate ? [value * quantity.value] : []), ...(/(?<!\p{L})moitié(?!\p{L})/iu.test(quote) ? [value / 2] : []), ...(/\btiers\b/iu.test(quote) ? [value / 3] : [])];
}

/** Goods that leave on one day are received some days later: no date has moved. */
export const sentThenReceived = (earlier: Pledge, later: Pledge): boolean =>
  Date.parse(later.deadline!.by!.instant) - Date.parse(earlier.deadline!.by!.instant) <= ON_THE_WAY_MS && SENDING.test(earlier.evidence.quote) && !RECEIVING.test(earlier.evidence.quote) && RECEIVING.test(later.evidence.quote) && !SENDING.test(later.evidence.quote);

/** What a parcel takes at most, a weekend included. */
const ON_THE_WAY_MS = 4 * 86_400_000;
const SENDING = /(?<!\p{L})(?:part|partira|partent|partiront|expédi\p{L}+)(?!\p{L})/iu;
const RECEIVING = /(?<!\p{L})(?:aurez|auras|recevrez|recevras|recevez|reçois|livr\p{L}+|arriv\p{L}+|parvien\p{L}+|chez vous|chez toi)(?!\p{L})/iu;

/** « un an » is twelve months of thirty days; « nuitées » are nights. */
export function inOneUnit({ value, noun }: Quantity): Quantity {
  const days = DAYS_OF.get(noun);
  return days === undefined ? { value, noun: classOf(noun) } : { value: days * value, noun: 'jour' };
}

const DAYS_OF: ReadonlyMap<string, number> = new Map([['jour', 1], ['semaine', 7], ['mois', 30], ['an', 360], ['annee', 360]]);

export const quantitiesDiffer = (one: Told, other: Told): boolean => inOneUnit(one.quantity!).value !== inOneUnit(other.quantity!).value;

/** How much of a sum: « l'intégralité », « la moitié », « à hauteur de 50 % »; null: not told. In hundredths. */
export function shareOf({ amount, evidence: { quote } }: Told): number | null {
  if (amount !== null) return 'unit' in amount ? amount.value : null;
  return SHARES.find(([words]) => words.test(quote))?.[1] ?? null;
}

const SHARES: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:intégral\p{L}*|totalité|totalement|en entier|entièrement|en totalité)(?!\p{L})/iu, 100],
  [/(?<!\p{L})(?:la moitié|moitié)(?!\p{L})/iu, 50],
  [/(?<!\p{L})un tiers(?!\p{L})/iu, 33],
  [/(?<!\p{L})deux tiers(?!\p{L})/iu, 67],
  [/(?<!\p{L})un quart(?!\p{L})/iu, 25],
  [/(?<!\p{L})(?:partiel\p{L}*|en partie|une partie)(?!\p{L})/iu, PART_OF_IT],
];
