/** A row of `identity`, without organisation and kind. */
export interface Identity {
  readonly ref: string;
  readonly personRef: string;
  /** Null for a person's own ref. */
  readonly attachedTo: string | null;
  /** In the directory by itself, not only as somebody's identity. */
  readonly listed: boolean;
  readonly name: string | null;
  readonly teamRef: string | null;
}

/** `other`: it belongs to somebody else already. */
export type Attachment = { readonly kind: 'attached' | 'unchanged' } | { readonly kind: 'other'; readonly personRef: string };

/**
 * Identities as a forest: each ref is attached to the one it was merged into, and its person is the end of the chain.
 * So the order of merges does not matter, and a ref that is split off takes with it what was its own before.
 */
export class Identities {
  private readonly rows = new Map<string, Identity>();
  private readonly attachedTo = new Map<string, Set<string>>();

  /** @param stored whole persons: with a ref, all others of its person */
  constructor(private readonly stored: readonly Identity[]) {
    for (const row of stored) this.set(row);
  }

  get(ref: string): Identity | undefined {
    return this.rows.get(ref);
  }

  personOf(ref: string): string {
    return this.rows.get(ref)?.personRef ?? ref;
  }

  /** Lists a person in the directory; what is undefined stays as it is. True when that changes something. */
  describe(ref: string, said: { readonly name?: string | undefined; readonly teamRef?: string | undefined }): boolean {
    const row = this.rows.get(ref) ?? alone(ref);
    const now = { ...row, listed: true, name: said.name ?? row.name, teamRef: said.teamRef ?? row.teamRef };
    this.set(now);
    return !row.listed || now.name !== row.name || now.teamRef !== row.teamRef;
  }

  /** Says that `ref`, with all that is attached to it, is the person behind `to`. */
  attach(ref: string, to: string): Attachment {
    if (this.personOf(ref) === this.personOf(to)) return { kind: 'unchanged' };
    const row = this.rows.get(ref) ?? alone(ref);
    if (row.attachedTo !== null) return { kind: 'other', personRef: row.personRef };
    if (!this.rows.has(to)) this.set(alone(to));
    this.set({ ...row, attachedTo: to });
    this.move(ref, this.personOf(to));
    return { kind: 'attached' };
  }

  /** Takes `ref` out of the person that it was attached to; what was attached to it goes with it. True when it was attached. */
  detach(ref: string): boolean {
    const row = this.rows.get(ref);
    if (row === undefined || row.attachedTo === null) return false;
    this.set({ ...row, attachedTo: null });
    this.attachedTo.get(row.attachedTo)!.delete(ref);
    this.move(ref, ref);
    // Nobody's any more, and never listed: as before anybody spoke of them.
    for (const left of [ref, row.attachedTo]) {
      const { listed, attachedTo } = this.rows.get(left)!;
      if (!listed && attachedTo === null && !this.attachedTo.get(left)?.size) this.rows.delete(left);
    }
    return true;
  }

  /** What to write. */
  changes(): { readonly written: readonly Identity[]; readonly removed: readonly string[] } {
    const before = new Map(this.stored.map((row) => [row.ref, JSON.stringify(fieldsOf(row))]));
    return {
      written: [...this.rows.values()].filter((row) => before.get(row.ref) !== JSON.stringify(fieldsOf(row))),
      removed: this.stored.filter(({ ref }) => !this.rows.has(ref)).map(({ ref }) => ref),
    };
  }

  /** Every ref of the persons who are somebody else now than they were: one of several, or by themselves again. */
  moved(): string[] {
    const before = new Map(this.stored.map(({ ref, personRef }) => [ref, personRef]));
    const refs = new Set([...before.keys(), ...this.rows.keys()]);
    const was = (ref: string): string => before.get(ref) ?? ref;
    const persons = new Set([...refs].flatMap((ref) => (was(ref) === this.personOf(ref) ? [] : [was(ref), this.personOf(ref)])));
    return [...refs].filter((ref) => persons.has(was(ref)) || persons.has(this.personOf(ref)));
  }

  private set(row: Identity): void {
    this.rows.set(row.ref, row);
    if (row.attachedTo === null) return;
    const siblings = this.attachedTo.get(row.attachedTo);
    if (siblings === undefined) this.attachedTo.set(row.attachedTo, new Set([row.ref]));
    else siblings.add(row.ref);
  }

  private move(ref: string, personRef: string): void {
    this.set({ ...this.rows.get(ref)!, personRef });
    for (const child of this.attachedTo.get(ref) ?? []) this.move(child, personRef);
  }
}

const alone = (ref: string): Identity => ({ ref, personRef: ref, attachedTo: null, listed: false, name: null, teamRef: null });

const fieldsOf = ({ ref, personRef, attachedTo, listed, name, teamRef }: Identity): unknown[] => [ref, personRef, attachedTo, listed, name, teamRef];
