import type { Claim, Pledge, Refusal } from '../pledge.js';
import type { AnswerSlot, AnswerValue, Delay, DelayReader, SlotSaid } from './answer.js';

const DAY_MS = 86_400_000;

/**
 * What a statement answers, slot by slot.
 * @param day on which it was said, in the organisation's time zone.
 */
export function readSlots(statement: Pledge | Refusal | Claim, day: string, readDelay: DelayReader): SlotSaid[] {
  const { at, evidence } = statement;
  const said = (slot: AnswerSlot, value: Partial<AnswerValue> & { readonly key: string }, written: string | null = null): SlotSaid => ({
    slot, value: { delay: null, amount: null, ...value }, written, at,
    evidence: { turn: evidence.turn, start: evidence.start, end: evidence.end, quote: evidence.quote },
  });
  const { amount } = statement;
  const sum = amount === null ? [] : [said('amount', { key: `${amount.value} ${'currency' in amount ? amount.currency : amount.unit}`, amount })];
  // What only serves to hold statements against each other answers nothing.
  if (statement.kind === 'claim' && /^(?:done|when|told|figure:.*)$/.test(statement.question)) return [];
  if (statement.kind === 'claim') return [said('version', { key: statement.answer }), ...sum];
  if (statement.kind === 'refusal') return [said('possible', { key: 'no' })];
  const delay = delayOf(statement, day, readDelay);
  return [
    said('possible', { key: 'yes' }),
    said('condition', { key: statement.condition === null ? 'without' : 'with' }, statement.condition?.quote),
    ...(delay === null ? [] : [said('delay', { key: delayKey(delay), delay }, statement.deadline!.words.quote)]),
    ...sum,
  ];
}

/** By the words where they name a length of time; else the days up to the date they name. */
function delayOf({ deadline }: Pledge, day: string, readDelay: DelayReader): Delay | null {
  if (deadline === null) return null;
  const length = readDelay(deadline.words.quote);
  if (length !== null) return { ...length, afterEvent: deadline.by === null };
  if (deadline.by === null) return null;
  const due = deadline.by.local.slice(0, 10);
  const days = Math.max(0, Math.round((Date.parse(due) - Date.parse(day)) / DAY_MS));
  return { days, workingDays: weekdaysAfter(day, days), minutes: null, afterEvent: false };
}

/** Mondays to Fridays among the days that follow one. */
export function weekdaysAfter(day: string, days: number): number {
  const first = new Date(day).getUTCDay();
  const rest = Array.from({ length: days % 7 }, (_, i) => (first + i + 1) % 7);
  return 5 * Math.floor(days / 7) + rest.filter((weekday) => weekday !== 0 && weekday !== 6).length;
}

const delayKey = ({ days, minutes, afterEvent }: Delay): string => `${minutes === null ? `P${days}D` : `PT${minutes}M`}${afterEvent ? ' after' : ''}`;
