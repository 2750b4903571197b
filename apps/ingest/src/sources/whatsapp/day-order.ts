import { asUtc } from '../thread/local-time.js';
import { ok, refuse, type Read } from '../refusal.js';
import type { DayOrder } from './day-orders.js';
import type { Entry } from './lines.js';

/** What may settle a doubt that the file's numbers leave. */
export interface Told {
  /** The sidecar's word. */
  readonly order?: DayOrder;
  /** The sidecar's `startedAt`: its day, as written there, is that of the first message. */
  readonly startedAt?: string;
  /** WhatsApp's own words in the file are French, and no French layout puts the month before the day. */
  readonly french: boolean;
}

const MS_PER_DAY = 86_400_000;

/** A entry's time as if its clock hung in Greenwich; undefined where the calendar has no such day. */
export function timeIn(order: DayOrder, { day, clock }: Entry): number | undefined {
  const [first, second, third] = [Number(day[0]), Number(day[1]), Number(day[2])];
  const [year, month, date] = order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
  return asUtc({ year: year < 100 ? 2000 + year : year, month, day: date, ...clock });
}

/**
 * How the file writes its days: in the order in which every day exists and none lies more than a day before the one
 * above it (an export runs forward). Two orders that read every day alike are no doubt; any other doubt is refused.
 */
export function dayOrderOf(entries: readonly Entry[], told: Told): Read<DayOrder> {
  const written = entries.map(({ day }) => day);
  const yearFirst = written.some(([first]) => first.length > 2);
  const forms = yearFirst ? (['ymd'] as const) : entries[0]?.separator === '.' ? (['dmy'] as const) : (['dmy', 'mdy'] as const);
  const fitting = forms.filter((order) => told.order === undefined || told.order === order).filter((order) => runsForward(entries, order));
  if (fitting.length === 0) return refuse('invalid_file', badDay(entries, told), `ligne ${firstBadLine(entries, forms[0])}`);
  const [one, ...others] = fitting.filter((order) => told.startedAt === undefined || startsOn(told.startedAt, entries[0]!, order));
  if (one === undefined) return refuse('invalid_metadata', `« startedAt » n'est pas le jour du premier message (${written[0]!.join(entries[0]!.separator)}).`);
  if (others.length === 0 || written.every(([first, second]) => Number(first) === Number(second))) return ok(one);
  if (told.french) return ok('dmy');
  const example = written.find(([first, second]) => Number(first) !== Number(second))!;
  return refuse(
    'ambiguous_dates',
    `« ${example.join(entries[0]!.separator)} » peut se lire jour/mois ou mois/jour, et rien dans le fichier ne tranche : ajoutez « dateOrder » (dmy ou mdy) ou « startedAt » aux métadonnées.`,
    `ligne ${entries[written.indexOf(example)]!.line}`,
  );
}

function runsForward(entries: readonly Entry[], order: DayOrder): boolean {
  let latest = 0;
  for (const entry of entries) {
    const time = timeIn(order, entry);
    if (time === undefined || time < latest - MS_PER_DAY) return false;
    latest = Math.max(latest, time);
  }
  return true;
}

const startsOn = (startedAt: string, first: Entry, order: DayOrder): boolean => new Date(timeIn(order, first) ?? 0).toISOString().slice(0, 10) === startedAt.slice(0, 10);

const badDay = (entries: readonly Entry[], { order }: Told): string =>
  order === undefined
    ? `Les dates ne se suivent dans aucun ordre connu (première : « ${entries[0]!.day.join(entries[0]!.separator)} »).`
    : `Les dates ne se lisent pas dans l'ordre « ${order} » que donnent les métadonnées.`;

const firstBadLine = (entries: readonly Entry[], order: DayOrder): number => entries.find((entry) => timeIn(order, entry) === undefined)?.line ?? entries[0]!.line;
