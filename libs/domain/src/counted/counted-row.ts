/** Days that figures count, inclusive; null: open, as it was asked for. */
export interface CountedDays {
  readonly from: string | null;
  readonly to: string | null;
}

/** A row of figures of a group. */
export interface CountedRow {
  /** Null where there are figures. */
  readonly suppressed: 'group-too-small' | null;
  /** The days asked for, less those that could be had alone by subtracting two answers; null where there are no figures. */
  readonly counted: CountedDays | null;
}
