// npm run bench:quality -- --mail DIR: reads every file in DIR and below as a mail or a mailbox, then finds the zones of its text, as an
// import and the analysis would. Prints one JSON line on the files (what was read, what was refused and why, readers that threw, processor
// time), then one on hostile mails of two sizes: how time grows when the length doubles (2: with the length).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { detectZones } from '#nlp';
import { readBytes } from '../../apps/ingest/src/sources/read-bytes.js';
import { HOSTILE_MAILS } from './hostile-mails.js';

const MEGABYTE = 1e6;
const ROUNDS = 5;
/** What a smaller file takes, it takes whatever its length. */
const LARGE = 10_000;
const folder = process.argv.at(-1)!;
const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
if (files.length === 0) {
  console.error(`${folder}: no file in it`);
  process.exit(2);
}

interface Outcome {
  readonly outcomes: readonly string[];
  readonly seconds: number;
  /** Of these, those that finding the zones took. */
  readonly zones: number;
}

/** Of this process: others on the machine do not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function once(bytes: Buffer, fileName: string): Promise<Outcome> {
  const outcomes: string[] = [];
  const started = cpuSeconds();
  let zones = 0;
  for await (const item of readBytes(bytes, { fileName })) {
    const found = cpuSeconds();
    if (item.kind === 'interaction') for (const { text } of item.interaction.turns) detectZones(text, { channel: 'email' });
    zones += cpuSeconds() - found;
    outcomes.push(item.kind === 'interaction' ? 'read' : item.reason);
  }
  return { outcomes, seconds: cpuSeconds() - started, zones };
}

/** The fastest of some rounds: the others warmed up, or collected garbage. */
async function best(bytes: Buffer, fileName: string): Promise<Outcome> {
  const rounds: Outcome[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await once(bytes, fileName));
  return rounds.reduce((a, b) => (b.seconds < a.seconds ? b : a));
}

const round = (figure: number): number => Number(figure.toPrecision(3));

async function measureFiles(): Promise<object> {
  const outcomes = new Map<string, number>();
  let bytesRead = 0;
  let seconds = 0;
  let longest = { file: '', milliseconds: 0 };
  let slowest = { file: '', secondsPerMegabyte: 0 };
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(path.join(parentPath, name));
    const one = await best(bytes, name);
    for (const outcome of one.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    bytesRead += bytes.length;
    seconds += one.seconds;
    if (one.seconds * 1000 > longest.milliseconds) longest = { file: name, milliseconds: round(one.seconds * 1000) };
    if (bytes.length < LARGE) continue;
    const secondsPerMegabyte = (one.seconds / bytes.length) * MEGABYTE;
    if (secondsPerMegabyte > slowest.secondsPerMegabyte) slowest = { file: name, secondsPerMegabyte: round(secondsPerMegabyte) };
  }
  const { read = 0, unreadable_file: threw = 0, ...refused } = Object.fromEntries(outcomes);
  return { set: 'mail', folder: path.basename(path.resolve(folder)), files: files.length, read, threw, refused, megabytes: round(bytesRead / MEGABYTE), secondsPerMegabyte: round((seconds / bytesRead) * MEGABYTE), longest, slowest };
}

async function measureHostile(): Promise<object> {
  const shapes = [];
  for (const { shape, mail, size } of HOSTILE_MAILS) {
    const [half, whole] = [await best(mail(size / 2), 'hostile.eml'), await best(mail(size), 'hostile.eml')];
    shapes.push({ shape, megabytes: round(mail(size).length / MEGABYTE), outcome: whole.outcomes[0] ?? '', seconds: round(whole.seconds), zones: round(whole.zones), growth: round(whole.seconds / half.seconds), growthOfZones: whole.zones < 0.005 ? null : round(whole.zones / half.zones) });
  }
  return { set: 'hostile mail', growth: Math.max(...shapes.map(({ growth }) => growth)), seconds: Math.max(...shapes.map(({ seconds }) => seconds)), shapes };
}

console.log(JSON.stringify(await measureFiles()));
console.log(JSON.stringify(await measureHostile()));
