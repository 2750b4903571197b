/** Between the tokens of two runs, so that none is the neighbour of another's. */
const FAR = 4;
/** The count of tokens over all runs starts anew before it passes 32 bits. */
const LAST_PLACE = 0x7fff0000;

/** Which starts of a match were tried for each pattern, so that candidates that overlap are checked once. */
export class Attempts {
  /** Per pattern, the starts last tried: [from, to], counted from the first run on, so that no run has to forget those of the last. */
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  /** Where this run's token 0 stands in that count, and where the next run's will. */
  private runStart = 0;
  private nextStart = 0;

  constructor(patterns: number) {
    this.from = new Int32Array(patterns);
    this.to = new Int32Array(patterns).fill(-FAR);
  }

  /** Call before each run, with how many tokens it has. */
  begin(tokens: number): void {
    this.runStart = this.nextStart;
    if (this.runStart + tokens > LAST_PLACE) {
      this.runStart = 0;
      this.to.fill(-FAR);
    }
    this.nextStart = this.runStart + tokens + FAR;
  }

  /** Calls `attempt` for the starts in [first, last] that were not tried just before for the same pattern. */
  each(pattern: number, first: number, last: number, attempt: (from: number, to: number) => void): void {
    const low = this.from[pattern]! - this.runStart;
    const high = this.to[pattern]! - this.runStart;
    if (first > high + 1 || last < low - 1) {
      attempt(first, last);
      this.from[pattern] = first + this.runStart;
      this.to[pattern] = last + this.runStart;
      return;
    }
    if (first < low) {
      attempt(first, low - 1);
      this.from[pattern] = first + this.runStart;
    }
    if (last > high) {
      attempt(high + 1, last);
      this.to[pattern] = last + this.runStart;
    }
  }
}
