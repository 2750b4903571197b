const WIDTH = 4;

/** Hits of one run as (pattern, start, end, cost), sorted out by pattern only when asked. */
export class HitBuffer {
  private values = new Int32Array(1024);
  private used = 0;
  private byPattern: Map<number, number[]> | null = null;

  clear(): void {
    this.used = 0;
    this.byPattern = null;
  }

  get count(): number {
    return this.used / WIDTH;
  }

  add(pattern: number, start: number, end: number, cost: number): void {
    if (this.used + WIDTH > this.values.length) {
      const grown = new Int32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    const { values, used } = this;
    values[used] = pattern;
    values[used + 1] = start;
    values[used + 2] = end;
    values[used + 3] = cost;
    this.used = used + WIDTH;
  }

  /** Triples (start, end, cost) of a pattern. */
  of(pattern: number): readonly number[] {
    return this.sorted().get(pattern) ?? [];
  }

  patterns(): Iterable<number> {
    return this.sorted().keys();
  }

  private sorted(): Map<number, number[]> {
    if (this.byPattern !== null) return this.byPattern;
    const sorted = new Map<number, number[]>();
    for (let at = 0; at < this.used; at += WIDTH) {
      const pattern = this.values[at]!;
      const known = sorted.get(pattern);
      const [start, end, cost] = [this.values[at + 1]!, this.values[at + 2]!, this.values[at + 3]!];
      if (known === undefined) sorted.set(pattern, [start, end, cost]);
      else known.push(start, end, cost);
    }
    this.byPattern = sorted;
    return sorted;
  }
}
