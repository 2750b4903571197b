import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import type { RefusedItem } from '#ingest/read';
import { Failure } from '../failure.js';

/** What was refused and why, as JSON lines: `{"file","place","format","reason","detail"}`. */
export class RefusalReport {
  private constructor(private readonly stream: WriteStream) {}

  /** @throws Failure when the file cannot be written */
  static async open(file: string): Promise<RefusalReport> {
    const stream = createWriteStream(file, { mode: 0o600 });
    await once(stream, 'open').catch((error: unknown) => {
      throw new Failure(`--report : ${file} ne peut pas être écrit (${error instanceof Error ? error.message : String(error)}).`);
    });
    return new RefusalReport(stream);
  }

  add(refused: RefusedItem): void {
    this.stream.write(`${JSON.stringify(refused)}\n`);
  }

  async close(): Promise<void> {
    this.stream.end();
    await once(this.stream, 'close');
  }
}
