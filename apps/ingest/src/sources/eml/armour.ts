/** Text without what was wrapped in it for programs. */
export interface Bared {
  readonly text: string;
  /** Whether something that cannot be read was taken out. */
  readonly encrypted: boolean;
}

/**
 * Takes out of a plain text what no person wrote in it: PGP armour (RFC 9580 §7: the words of a signed text stay, an encrypted one
 * cannot be read) and files in uuencode. A block that does not end is left as it is.
 */
export function withoutArmour(text: string): Bared {
  if (!/^-----BEGIN PGP |^begin [0-7]{3}/m.test(text)) return { text, encrypted: false };
  const lines = text.split('\n');
  const kept: string[] = [];
  let encrypted = false;
  let at = 0;
  const ends = new Ends(lines);
  while (at < lines.length) {
    const line = lines[at]!.trimEnd();
    const opened = /^-----BEGIN PGP (MESSAGE|SIGNATURE|PUBLIC KEY BLOCK|SIGNED MESSAGE)-----$/.exec(line)?.[1];
    const end = opened === 'SIGNED MESSAGE' ? undefined : ends.after(at, opened === undefined ? (isUuencoded(lines, at) ? 'end' : undefined) : `-----END PGP ${opened}-----`);
    if (opened === 'SIGNED MESSAGE') at = afterHeaders(lines, at + 1);
    else if (end === undefined) kept.push(lines[at++]!.replace(/^- (?=-)/, ''));
    else {
      encrypted ||= opened === 'MESSAGE';
      at = end + 1;
    }
  }
  return { text: kept.join('\n'), encrypted };
}

/** Armour headers end at an empty line. */
function afterHeaders(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && /^[A-Za-z][\w-]*: /.test(lines[at]!)) at++;
  return lines[at]?.trim() === '' ? at + 1 : at;
}

/** `begin 644 photo.jpg`, then a line as long as its first character says. */
function isUuencoded(lines: readonly string[], at: number): boolean {
  if (!/^begin [0-7]{3,4} \S/.test(lines[at]!)) return false;
  const first = (lines[at + 1] ?? '').trimEnd();
  const bytes = first.charCodeAt(0) - 32;
  return bytes > 0 && bytes <= 45 && Math.abs(first.length - 1 - Math.ceil(bytes / 3) * 4) <= 2;
}

/** Finds the lines that end a block; no stretch is searched twice for the same one. */
class Ends {
  private readonly next = new Map<string, number>();

  constructor(private readonly lines: readonly string[]) {}

  after(from: number, wanted: string | undefined): number | undefined {
    if (wanted === undefined) return undefined;
    let at = this.next.get(wanted) ?? 0;
    if (at <= from) {
      at = from + 1;
      while (at < this.lines.length && this.lines[at]!.trimEnd() !== wanted) at++;
      this.next.set(wanted, at);
    }
    return at < this.lines.length ? at : undefined;
  }
}
