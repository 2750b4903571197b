const MIB = 1024 * 1024;

/** Bounds on what one file may ask of this process; beyond them it is refused, never cut. */
export const LIMITS = {
  /** A file read whole, attachments included. */
  fileBytes: 25 * MIB,
  /** One line of JSON lines: an interaction and room for its white space. */
  lineBytes: 2 * MIB,
  turns: 10_000,
  /** Nesting of JSON values. */
  jsonDepth: 64,
  /** Nesting of MIME parts. */
  mimeDepth: 50,
  /** How much of a file is looked at to tell its format. */
  headBytes: MIB,
} as const;

/** `25 Mio` */
export const inMebibytes = (bytes: number): string => `${Math.round((bytes / MIB) * 10) / 10} Mio`.replace('.', ',');
