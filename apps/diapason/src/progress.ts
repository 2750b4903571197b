/** Shows how far a long job is: a line rewritten on a terminal, one line per quarter elsewhere. */
export class Progress {
  private quarter = 0;

  constructor(
    private readonly title: string,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  /** @param done units finished of `total`, parts of one count as percent; @param note added at the end of the line */
  show(done: number, total: number, note = ''): void {
    const share = total === 0 ? 1 : done / total;
    const count = Number.isInteger(done) ? `${done}/${total}` : `${Math.floor(share * 100)} %`;
    const text = `${this.title} ${bar(share)} ${count}${note ? ` · ${note}` : ''}`;
    if (this.out.isTTY) {
      this.out.write(`\r\u001B[2K${text}${done >= total ? '\n' : ''}`);
      return;
    }
    const quarter = Math.floor(share * 4);
    if (quarter > this.quarter || (done >= total && this.quarter < 4)) this.out.write(`${text}\n`);
    this.quarter = Math.max(this.quarter, quarter);
  }
}

const WIDTH = 24;
const bar = (share: number): string => {
  const filled = Math.round(Math.min(1, share) * WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
};
