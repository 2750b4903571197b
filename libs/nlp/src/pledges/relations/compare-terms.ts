import type { Amount, Claim, Fulfilment, Pledge } from '#domain';

/** What may have been promised or done with an amount. */
type Told = Pledge | Fulfilment;

/** The later pledge falls due after the earlier one; both have a date. « Mardi » is no later than « mardi matin »: it says less. */
export function laterBy(earlier: Pledge, later: Pledge): boolean {
  const [before, after] = [earlier.deadline!.by!, later.deadline!.by!];
  const wholeDay = !after.local.includes('T') && !/soir|journée/iu.test(later.deadline!.words.quote);
  if (before.local.slice(0, 10) === after.local.slice(0, 10) && wholeDay) return false;
  return Date.parse(after.instant) > Date.parse(before.instant);
}

/** Euros with euros, per cent with per cent: 10 % and 9 € may be the same. */
export const sameUnit = (one: Amount, other: Amount): boolean => 'currency' in one === 'currency' in other;

/** Half a cent: amounts are decimal fractions. */
const SAME_AMOUNT = 0.005;

/** What was lacking came: « en rupture », then « de nouveau en stock »; « pas encore parti », then « parti ce matin ». Time went on, and nothing was told otherwise. */
export const movedOn = (one: Claim, other: Claim): boolean =>
  (one.answer === 'not-sent' && other.answer === 'sent') || (one.answer === 'out-of-stock' && other.answer === 'in-stock' && CAME_BACK.test(other.evidence.quote)) || NEWLY.test(other.evidence.quote);

const CAME_BACK = /(?<!\p{L})(?:de nouveau|à nouveau|de retour|revenu\p{L}*|enfin|maintenant|ça y est|réassort\p{L}*)(?!\p{L})/iu;
const NEWLY = /(?<!\p{L})(?:depuis (?:hier|ce matin|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|entre-?temps|ça y est)(?!\p{L})/iu;

/** Another answer, another price or another duration: « garanti deux ans », « une garantie de cinq ans ». */
export function answersDiffer(one: Claim, other: Claim): boolean {
  const [[answer, length], [otherAnswer, otherLength]] = [one.answer.split(':'), other.answer.split(':')];
  if (answer !== otherAnswer || (length !== undefined && otherLength !== undefined && length !== otherLength)) return true;
  return one.amount !== null && other.amount !== null && sameUnit(one.amount, other.amount) && Math.abs(one.amount.value - other.amount.value) > SAME_AMOUNT;
}

/** No way of reckoning them gives the same: « deux mois à 15 € » are 30 €, « la moitié des 120 € » 60 €. */
export const amountsDiffer = (one: Told, other: Told): boolean =>
  !reckonings(one).some((value) => reckonings(other).some((otherValue) => Math.abs(value - otherValue) <= SAME_AMOUNT));

function reckonings({ amount, quantity, evidence: { quote } }: Told): number[] {
  const { value } = amount!;
  const isRate = quantity !== null && /(?:mois|mensualités?|échéances?|semaines?|factures?|séances?|places?|billets?|articles?|fois)\s+(?:à|de)\s|chacun|par mois/iu.test(quote);
  return [value, ...(isRate ? [value * quantity.value] : []), ...(/(?<!\p{L})moitié(?!\p{L})/iu.test(quote) ? [value / 2] : []), ...(/\btiers\b/iu.test(quote) ? [value / 3] : [])];
}

/** Goods that leave on one day are received some days later: no date has moved. */
export const sentThenReceived = (earlier: Pledge, later: Pledge): boolean =>
  Date.parse(later.deadline!.by!.instant) - Date.parse(earlier.deadline!.by!.instant) <= ON_THE_WAY_MS && SENDING.test(earlier.evidence.quote) && !RECEIVING.test(earlier.evidence.quote) && RECEIVING.test(later.evidence.quote) && !SENDING.test(later.evidence.quote);

/** What a parcel takes at most, a weekend included. */
const ON_THE_WAY_MS = 4 * 86_400_000;
const SENDING = /(?<!\p{L})(?:part|partira|partent|partiront|expédi\p{L}+)(?!\p{L})/iu;
const RECEIVING = /(?<!\p{L})(?:aurez|auras|recevrez|recevras|recevez|reçois|livr\p{L}+|arriv\p{L}+|parvien\p{L}+|chez vous|chez toi)(?!\p{L})/iu;

export const quantitiesDiffer = (one: Told, other: Told): boolean => one.quantity!.value !== other.quantity!.value;
