/** No transition is known. */
export const NONE = -1;
/** Numbers in a slot. */
const SLOT = 4;
const FIRST_SLOTS = 1024;

/** Where a state goes on a class: open addressing over (state, class, next, unused), so that a look-up touches one line of the cache. */
export class TransitionTable {
  count = 0;
  private slots = new Int32Array(FIRST_SLOTS * SLOT).fill(NONE);

  find(state: number, tokenClass: number): number {
    return this.slots[this.slotOf(state, tokenClass) + 2]!;
  }

  put(state: number, tokenClass: number, next: number): void {
    if (this.count * 2 * SLOT >= this.slots.length) this.grow();
    this.slots.set([state, tokenClass, next], this.slotOf(state, tokenClass));
    this.count += 1;
  }

  get bytes(): number {
    return this.slots.byteLength;
  }

  /** The slot of a state and class, or the empty one that they would take. */
  private slotOf(state: number, tokenClass: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hashOf(state, tokenClass) * SLOT) & mask;
    while (slots[slot + 2] !== NONE && (slots[slot] !== state || slots[slot + 1] !== tokenClass)) slot = (slot + SLOT) & mask;
    return slot;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2).fill(NONE);
    this.count = 0;
    for (let slot = 0; slot < slots.length; slot += SLOT) {
      if (slots[slot + 2] !== NONE) this.put(slots[slot]!, slots[slot + 1]!, slots[slot + 2]!);
    }
  }
}

/** The same numbers with at least `room` more behind them. */
export function grown(from: Int32Array, room = 1): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(from.length * 2 + room);
  larger.set(from);
  return larger;
}

export function hashOf(state: number, tokenClass: number): number {
  const hash = Math.imul(state ^ Math.imul(tokenClass, 0x85ebca6b), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
