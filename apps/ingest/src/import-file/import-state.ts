import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { lastingPlace } from '../files/maildir.js';
import type { LineStart } from '../sources/canonical/lines.js';

/** A file as it was when reading began: another size or time, and it is another file. */
export interface SeenFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** An interaction that the other end took in: whether it still knows it tells whether it is still the same. */
export interface Witness {
  readonly id: string;
  readonly revision: number;
  readonly contentHash: string;
}

interface Position extends LineStart {
  /** Fingerprint of the bytes before it: a file that was rewritten is read from the start. */
  readonly tail: string;
}

const TAIL_BYTES = 256;

/**
 * What an import has behind it, in a small file that only grows: an import that was cut off, by kill -9 too, goes on
 * where it was. It holds fingerprints, no words and no names. Losing it costs time, never an interaction: what is sent
 * twice is known by its id and hash.
 */
export class ImportState {
  private readonly done = new Set<string>();
  private readonly positions = new Map<string, Position>();
  private waiting: string[] = [];
  private first: Witness | null = null;
  private readonly reached = new Map<string, LineStart>();
  private saving: Promise<void> = Promise.resolve();

  private constructor(private readonly file: string) {}

  /** @throws what the file system throws when the file cannot be read or made */
  static async open(file: string): Promise<ImportState> {
    await mkdir(dirname(resolve(file)), { recursive: true, mode: 0o700 });
    const state = new ImportState(file);
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const line of text.split('\n')) state.readLine(line);
    // A line that a crash cut short must not swallow the next one.
    if (text !== '' && !text.endsWith('\n')) await appendFile(file, '\n');
    return state;
  }

  get isEmpty(): boolean {
    return this.done.size === 0 && this.positions.size === 0;
  }

  get witness(): Witness | null {
    return this.first;
  }

  /** Remembers the first interaction that was taken in. */
  bear(witness: Witness): void {
    if (this.first !== null) return;
    this.first = witness;
    this.waiting.push(`first ${witness.id} ${witness.revision} ${witness.contentHash}`);
  }

  isDone(seen: SeenFile): boolean {
    return this.done.has(fingerprintOf(seen));
  }

  /** Where to read on in a file of lines; undefined for the start. */
  async positionIn({ path, size }: SeenFile): Promise<LineStart | undefined> {
    const position = this.positions.get(digest(resolve(path)));
    if (position === undefined || position.offset > size) return undefined;
    return (await tailAt(path, position.offset)) === position.tail ? { number: position.number, offset: position.offset } : undefined;
  }

  /** All of a file is taken in. */
  finish(seen: SeenFile): void {
    const fingerprint = fingerprintOf(seen);
    if (this.done.has(fingerprint)) return;
    this.done.add(fingerprint);
    this.waiting.push(`done ${fingerprint}`);
  }

  /** A file of lines is taken in up to here. */
  reach({ path }: SeenFile, start: LineStart): void {
    this.reached.set(path, start);
  }

  /** Writes down what was reached; not forced to disk, since a lost line only costs time. */
  save(): Promise<void> {
    // One after the other: of two places in a file the later one must be the last written.
    this.saving = this.saving.catch(() => undefined).then(() => this.write());
    return this.saving;
  }

  private async write(): Promise<void> {
    const reached = [...this.reached];
    this.reached.clear();
    const lines = this.waiting;
    this.waiting = [];
    for (const [path, { number, offset }] of reached) {
      const tail = await tailAt(path, offset);
      this.positions.set(digest(resolve(path)), { number, offset, tail });
      lines.push(`at ${digest(resolve(path))} ${offset} ${number} ${tail}`);
    }
    if (lines.length > 0) await appendFile(this.file, `${lines.join('\n')}\n`, { mode: 0o600 });
  }

  /** Starts from nothing: the other end is not the one that took all this in. */
  async forget(): Promise<void> {
    this.done.clear();
    this.positions.clear();
    this.first = null;
    await writeFile(this.file, '', { mode: 0o600 });
  }

  private readLine(line: string): void {
    const [, done] = /^done ([0-9a-f]{32})$/.exec(line) ?? [];
    if (done !== undefined) this.done.add(done);
    const [, id, revision, contentHash] = /^first ([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    if (id !== undefined && contentHash !== undefined) this.first = { id, revision: Number(revision), contentHash };
    const [, path, offset, number, tail] = /^at ([0-9a-f]{32}) (\d+) (\d+) ([0-9a-f]{32})$/.exec(line) ?? [];
    if (path !== undefined && tail !== undefined) this.positions.set(path, { offset: Number(offset), number: Number(number), tail });
  }
}

const fingerprintOf = ({ path, size, mtimeMs }: SeenFile): string => digest(`${lastingPlace(resolve(path))}\0${size}\0${mtimeMs}`);

const digest = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 32);

async function tailAt(path: string, offset: number): Promise<string> {
  const opened = await open(path);
  try {
    const length = Math.min(TAIL_BYTES, offset);
    const { buffer, bytesRead } = await opened.read({ buffer: Buffer.alloc(length), position: offset - length });
    return digest(buffer.subarray(0, bytesRead));
  } finally {
    await opened.close();
  }
}
