import type { Day, LocalTime } from './civil-date.js';
import { instantOf, localTimeAt } from './time-zone.js';

const MS_PER_MINUTE = 60_000;

/** When and where a turn was said: what its relative dates are counted from. */
export class Clock {
  readonly today: Day;
  /** Minutes since midnight. */
  readonly minutes: number;
  /** Of the times that were asked for: a date stands in a statement and in its gist. */
  private readonly instants = new Map<number, number>();

  /** `instant`: ms since the epoch; `zone`: IANA name. */
  constructor(readonly instant: number, readonly zone: string) {
    const { day, minutes } = localTimeAt(instant, zone);
    this.today = day;
    this.minutes = minutes;
  }

  /** The local time after real minutes, through any change of clocks. */
  after(minutes: number): LocalTime {
    return localTimeAt(this.instant + minutes * MS_PER_MINUTE, this.zone);
  }

  instantOf(time: LocalTime): number {
    const key = time.day * 1441 + (time.minutes ?? 1440);
    let instant = this.instants.get(key);
    if (instant === undefined) this.instants.set(key, (instant = instantOf(time, this.zone)));
    return instant;
  }
}
