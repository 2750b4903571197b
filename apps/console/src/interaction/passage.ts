/** Words of one turn; offsets are UTF-16 code units of its original text, the end excluded. */
export interface Passage {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/** The page of an interaction, opened at some of its words where they are known: `/interactions/…#tour-3-19-99`. */
export const passagePath = (interactionId: string, at?: Passage): string =>
  `/interactions/${encodeURIComponent(interactionId)}${at === undefined ? '' : `#tour-${at.turn}-${at.start}-${at.end}`}`;

/** Reads the fragment of an address; null when it names no words. */
export function readPassage(fragment: string): Passage | null {
  const [, turn, start, end] = /^#tour-(\d{1,6})-(\d{1,9})-(\d{1,9})$/.exec(fragment) ?? [];
  return turn === undefined ? null : { turn: Number(turn), start: Number(start), end: Number(end) };
}
