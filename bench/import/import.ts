// Import of JSON lines: all that `import` does with a file before it sends (reading, checking, hashing, progress, state)
// against bare JSON.parse of the same lines, in turns, best of ROUNDS each. With the growth of memory meanwhile.
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { contentHash, type Interaction } from '#domain';
import { ImportState, importPaths, readPaths } from '#ingest/read';

const COUNT = Number(process.env['BENCH_INTERACTIONS'] ?? 100_000);
const ROUNDS = 3;

const folder = await mkdtemp(path.join(tmpdir(), 'diapason-bench-import-'));
const file = path.join(folder, 'interactions.jsonl');
try {
  await write();
  const megabytes = (await stat(file)).size / 1e6;
  let [ours, peer] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    peer = Math.min(peer, await seconds(parseBare));
    ours = Math.min(ours, await seconds(() => importThem(round)));
  }
  const note = `${COUNT} interactions, ${megabytes.toFixed(0)} MB; memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB; ${Math.round(COUNT / ours).toLocaleString('en')} interactions/s`;
  console.log(JSON.stringify([{ measure: 'import before sending vs bare JSON.parse', ours: megabytes / ours, peer: megabytes / peer, unit: 'MB/s', ratio: peer / ours, note }]));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The sample interactions, over and over under new ids. */
async function write(): Promise<void> {
  const samples: Interaction[] = [];
  for await (const item of readPaths(['samples'])) if (item.kind === 'interaction') samples.push(item.interaction);
  const out = await open(file, 'w');
  for (let from = 0; from < COUNT; from += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, COUNT - from) }, (_, i) =>
      JSON.stringify({ ...samples[(from + i) % samples.length]!, source: 'bench', externalId: `n-${from + i}` }),
    );
    await out.write(`${lines.join('\n')}\n`);
  }
  await out.close();
}

async function parseBare(): Promise<void> {
  let turns = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) turns += JSON.parse(line).turns.length;
  if (turns < COUNT) throw new Error(`${turns} turns`);
}

async function importThem(round: number): Promise<void> {
  const state = await ImportState.open(path.join(folder, `state-${round}.txt`));
  const { accepted } = await importPaths([file], {
    state,
    // As the sender does, which asks what is known by hash.
    publish: async (interactions) => interactions.map((interaction) => ({ id: contentHash(interaction), interaction, judgement: 'accepted' as const })),
  });
  if (accepted !== COUNT) throw new Error(`${accepted} of ${COUNT}`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
