import { Load, type Least } from './load.js';
import type { Section } from './section.js';

/** Which parts of a group are not to be cut at some place. */
export interface OpenParts {
  isOpen(part: string): boolean;
  /** False where what came before might say otherwise. */
  isCertain(part: string): boolean;
}

interface Run {
  readonly begin: number;
  readonly load: Load;
}

/**
 * Follows, section by section, which parts are open: hidden in a section, and therefore not to be told apart from the next. A part is
 * closed again at the end of a section in which it is large enough and not hidden; or all that are open together, once each has enough
 * since they were opened together.
 */
export class PartsOverTime {
  private open = new Map<string, Run>();
  /** Null: every part that is not open is closed; else these are, and of others nothing is known. */
  private closed: Set<string> | null;
  private certain: boolean;
  private fine: ReadonlySet<string> = new Set();
  private count = 0;

  /** @param fromBeginning whether the first section is the first that there is */
  constructor(
    private readonly least: Least,
    fromBeginning: boolean,
  ) {
    this.closed = fromBeginning ? null : new Set();
    this.certain = fromBeginning;
  }

  /**
   * Forgets what was before, so that nobody has to read years to know: only what was large enough in the section before stays closed.
   * Done at the same places whatever was asked for.
   */
  forget(): void {
    this.closed = new Set(this.fine);
    this.open = new Map();
    this.certain = true;
  }

  now(): OpenParts {
    const open = new Set(this.open.keys());
    const closed = this.closed === null ? null : new Set(this.closed);
    const certain = this.certain;
    return {
      isOpen: (part) => open.has(part) || (closed !== null && !closed.has(part)),
      isCertain: (part) => certain || (closed?.has(part) ?? true),
    };
  }

  /** Within a section: open before, or hidden in it. */
  within({ pooled }: Section, way: number): OpenParts {
    const before = this.now();
    const pool = pooled[way]!;
    return { isOpen: (part) => pool.has(part) || before.isOpen(part), isCertain: (part) => before.isCertain(part) };
  }

  add({ loads, pooled }: Section, way: number): void {
    const before = this.now();
    const pool = pooled[way]!;
    this.count += 1;
    const fine = new Set<string>();
    for (const [part, load] of loads[way]!) {
      if (pool.has(part)) {
        const run = this.open.get(part) ?? { begin: before.isOpen(part) ? 0 : this.count, load: new Load() };
        run.load.include(load);
        this.open.set(part, run);
        this.closed?.delete(part);
      } else {
        this.close(part);
        fine.add(part);
      }
    }
    this.fine = fine;
    this.closeTogether();
  }

  private closeTogether(): void {
    if (!this.certain) return;
    const runs = [...this.open];
    const older = runs.filter(([, { begin }]) => begin < this.count);
    const begin = older[0]?.[1].begin;
    if (begin === undefined || older.some(([, run]) => run.begin !== begin) || runs.some(([, { load }]) => !load.isEnough(this.least))) return;
    for (const [part] of older) this.close(part);
  }

  private close(part: string): void {
    this.open.delete(part);
    this.closed?.add(part);
  }
}
