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
  /** Lines of a mail that are not base64 (see eml/text-lines.ts). */
  mailTextLines: 60_000,
  /** Headers of all parts of a mail. */
  mailHeaderBytes: 512 * 1024,
  /** A WebVTT file: four times what 10,000 turns take; its parser needs seconds for each MiB of what is none. */
  vttBytes: 5 * MIB,
  /** Nesting of MIME parts. */
  mimeDepth: 50,
  /** How much of a file is looked at to tell its format. */
  headBytes: MIB,
} as const;

/** `25 Mio` */
export const inMebibytes = (bytes: number): string => `${Math.round((bytes / MIB) * 10) / 10} Mio`.replace('.', ',');
