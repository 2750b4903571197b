import { proportion } from '../figures.js';
import type { Channel } from '../interaction.js';
import { agreementOf, channelArrangements, channelTest, falseDiscoveryRates, peopleTest, type SaidOnce } from '../statistics/index.js';
import { ANSWER_SLOTS, type Answer, type AnswerSlot, type AnswerValue, type SlotSaid } from './answer.js';
import type { AgreementView, AnswerTest, SaidBy, ValueShare } from './answers-report.js';

/** Below ten answers no agreement is told and nothing is compared; a person or channel is compared from so many answers on. */
const LEAST = { answers: 10, ofPerson: 3, people: 3, ofChannel: 5, arrangements: 100 } as const;
const AT_MOST = 0.05;

/** One answer to a slot, and whose it is. */
export interface Said extends SlotSaid {
  readonly answer: Answer;
}

/** A slot that somebody answered, measured over the given answers; persons and samples are the reader's business. */
export interface MeasuredSlot {
  readonly slot: AnswerSlot;
  readonly said: readonly Said[];
  readonly values: readonly (AnswerValue & ValueShare & { readonly written: readonly string[] })[];
  readonly agreement: AgreementView | null;
  readonly betweenAgents: Chances | null;
  readonly betweenChannels: Chances | null;
}

/** A p-value that is not yet adjusted for the others. */
export type Chances = Pick<AnswerTest, 'groups' | 'leftOut'> & { readonly p: number };

/** @param channels those that may be shown apart: no others are compared. */
export function measureAnswers(answers: readonly Answer[], channels: readonly Channel[]): MeasuredSlot[] {
  return ANSWER_SLOTS.flatMap((slot): MeasuredSlot[] => {
    const said = answers.flatMap((answer) => answer.said.filter((one) => one.slot === slot).map((one): Said => ({ ...one, answer })));
    if (said.length === 0) return [];
    return [{ slot, said, values: valuesOf(said), agreement: agreementView(said), betweenAgents: betweenAgents(said), betweenChannels: betweenChannels(said, channels) }];
  });
}

/** Verdicts on p-values that are read side by side: of forty lines two would stand out by chance alone at 5 % each. */
export function judgeAnswers(found: readonly (Chances | null)[]): AnswerTest[] {
  const rates = falseDiscoveryRates(found.flatMap((one) => (one === null ? [] : [one.p])));
  let next = 0;
  return found.map((one): AnswerTest => {
    if (one === null) return { verdict: 'not-enough-data', groups: 0, leftOut: 0, p: null, q: null };
    const q = rates[next++]!;
    return { ...one, q, verdict: q <= AT_MOST ? 'beyond-chance' : 'nothing-certain' };
  });
}

/** What these answers say on a slot, of `all` the answers they are among; in the order of `values`, those not said left out. */
export function saidBy(said: readonly Said[], all: number, values: readonly { readonly key: string }[]): SaidBy {
  const count = countBy(said, ({ value }) => value.key);
  return {
    stated: proportion(said.length, all),
    values: values.flatMap(({ key }) => (count.has(key) ? [{ key, share: proportion(count.get(key)!, said.length) }] : [])),
  };
}

/** Null for too few to tell. */
export function agreementView(said: readonly Said[]): AgreementView | null {
  if (said.length < LEAST.answers) return null;
  const counts = countBy(said, ({ value, answer }) => JSON.stringify([answer.agent, value.key]));
  const found = agreementOf([...counts].map(([key, n]) => ({ person: String(JSON.parse(key)[0]), value: String(JSON.parse(key)[1]), n })));
  return found === null ? null : { rate: found.rate, interval: found.interval, answers: found.answers };
}

function valuesOf(said: readonly Said[]): MeasuredSlot['values'] {
  return [...new Set(said.map(({ value }) => value.key))]
    .map((key) => said.filter(({ value }) => value.key === key))
    .map((same) => ({ ...same[0]!.value, share: proportion(same.length, said.length), written: commonest(same.flatMap(({ written }) => written ?? [])) }))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.key < b.key ? -1 : 1));
}

/** « oui » before « non », short before long, little before much, shares before sums. */
function orderOf({ key, delay, amount }: AnswerValue): number {
  if (delay !== null) return (delay.minutes ?? 1440 * Math.max(delay.days, 0.9)) + (delay.afterEvent ? 1e9 : 0);
  if (amount !== null) return amount.value + ('currency' in amount ? 1e9 : 0);
  return key === 'yes' || key === 'without' ? 0 : 1;
}

const WRITTEN = 3;

function commonest(forms: readonly string[]): string[] {
  const short = forms.map((form) => form.replaceAll(/\s+/g, ' ').trim().toLowerCase());
  return [...countBy(short, (form) => form)].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, WRITTEN).map(([form]) => form);
}

const once = ({ answer: { agent, channel }, value: { key } }: Said): SaidOnce => ({ person: agent, channel, value: key });

function betweenAgents(said: readonly Said[]): Chances | null {
  const sizes = countBy(said, ({ answer }) => answer.agent);
  const compared = said.filter(({ answer }) => sizes.get(answer.agent)! >= LEAST.ofPerson);
  const groups = new Set(compared.map(({ answer }) => answer.agent)).size;
  if (groups < LEAST.people || isAlike(compared)) return null;
  return { groups, leftOut: sizes.size - groups, p: peopleTest(compared.map(once)) };
}

function betweenChannels(said: readonly Said[], channels: readonly Channel[]): Chances | null {
  const shown = said.filter(({ answer }) => channels.includes(answer.channel));
  const sizes = countBy(shown, ({ answer }) => answer.channel);
  const compared = shown.filter(({ answer }) => sizes.get(answer.channel)! >= LEAST.ofChannel).map(once);
  const groups = new Set(compared.map(({ channel }) => channel)).size;
  if (groups < 2 || isAlike(shown) || channelArrangements(compared) < LEAST.arrangements) return null;
  return { groups, leftOut: sizes.size - groups, p: channelTest(compared) };
}

/** Too few, or nothing but one value: there is nothing to compare. */
const isAlike = (said: readonly Said[]): boolean => said.length < LEAST.answers || new Set(said.map(({ value }) => value.key)).size < 2;

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
