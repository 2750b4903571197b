import { decodeEntities } from '../html-entities.js';
import { ok, refuse, type Read } from '../refusal.js';

export interface SrtCue {
  /** As the file writes it. */
  readonly number: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Without markup; never empty strings. */
  readonly lines: readonly string[];
}

const TIMING = /^[ \t]*(\d{1,3}):(\d{1,2}):(\d{1,2})[,.](\d{1,3})[ \t]*-->[ \t]*(\d{1,3}):(\d{1,2}):(\d{1,2})[,.](\d{1,3})(?:[ \t].*)?$/;
const NUMBER = /^[ \t]*\d{1,7}[ \t]*$/;

/** `<i>`, `</font>` and the `{\an8}` of SubStation: how it looks, not what is said. Other `<` are words. */
const MARKUP = /<\/?(?:[biu]|font)(?: [^<>]{0,200})?>|\{\\[^{}]{0,100}\}/gi;

/**
 * SubRip has no standard: number, times, text, blank line. A text that has a blank line in it is put together again: only a
 * number followed by times begins a cue. What stands before the first cue, or times that cannot be read, is refused
 * with its line: words would be lost.
 */
export function parseCues(text: string): Read<readonly SrtCue[]> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const cues: { number: string; startMs: number; endMs: number; lines: string[] }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1] ?? '';
    if (NUMBER.test(line) && next.includes('-->')) {
      const times = timesOf(next);
      if (times === undefined) return refuse('invalid_file', `Temps illisibles : « ${next.trim().slice(0, 80)} » ; attendu « 00:01:02,345 --> 00:01:06,789 ».`, `ligne ${i + 2}`);
      cues.push({ number: line.trim(), ...times, lines: [] });
      i++;
      continue;
    }
    const said = decodeEntities(line.replace(MARKUP, '')).trim();
    if (said === '') continue;
    const cue = cues.at(-1);
    if (cue === undefined || line.includes('-->')) return refuse('invalid_file', `Attendu : un numéro, puis « 00:01:02,345 --> 00:01:06,789 » ; trouvé : « ${said.slice(0, 80)} ».`, `ligne ${i + 1}`);
    cue.lines.push(said);
  }
  return ok(cues);
}

function timesOf(line: string): { startMs: number; endMs: number } | undefined {
  const found = TIMING.exec(line);
  if (found === null) return undefined;
  const ms = (at: number): number => (Number(found[at]) * 60 + Number(found[at + 1])) * 60_000 + Number(found[at + 2]) * 1000 + Number(found[at + 3]!.padEnd(3, '0'));
  return { startMs: ms(1), endMs: ms(5) };
}
