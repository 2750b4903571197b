import type { Sent, World } from './world.js';

/** How an operation is tried. */
export interface Line {
  /** One that has not been sent yet, about something of its own. */
  readonly prepare: (world: World) => Promise<Sent>;
  /** It takes an `Idempotency-Key`: sent a great many times. */
  readonly keyed?: true;
  /** The version that was read goes with it: one is taken, the others are told that it has changed. */
  readonly versioned?: true;
  /** Nothing is changed by it, or each request is an act of its own; why. */
  readonly apart?: string;
}
