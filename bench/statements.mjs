// node bench/statements.mjs: what it costs to read what agents undertake, against reading the same text (`readText`: tokens, lemmas, sentences, register, language,
// zones), processor time, warm, alternating in this run. The zones of mails are the reading's, as in an analysis.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPaths } from '#ingest';
import { extractStatements, readText } from '#nlp';

const ROUNDS = 40;
const root = path.resolve(import.meta.dirname, '..');

const samples = [];
for await (const item of readPaths([path.join(root, 'samples')])) if (item.kind === 'interaction') samples.push(item.interaction);
const labelled = ['a', 'c'].flatMap((part) => readFileSync(path.join(root, `libs/nlp/test/pledges/labelled/turns-${part}.jsonl`), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line))
  .map(({ id, channel, at, text }) => ({
    source: 'bench', externalId: id, revision: 1, channel, startedAt: at, participants: [{ id: 'a', role: 'agent', ref: 'agent-1' }], turns: [{ id: '1', participantId: 'a', text }],
  }));

console.log(JSON.stringify([
  measure('statements of the sample conversations against reading their turns', samples),
  measure("statements of the labelled agents' turns, most with a pledge, against reading them", labelled),
]));

/** Milliseconds of processor time a round, medians. */
function measure(name, interactions) {
  const zones = interactions.map(({ channel, subject, turns }) => turns.flatMap(({ text }, turn) => zonesOf(text, channel, subject).map((zone) => ({ turn, ...zone }))));
  const extract = () => interactions.forEach((one, i) => extractStatements(one, { interactionId: 'bench', zones: zones[i] }));
  const read = () => interactions.forEach(({ channel, turns }) => turns.forEach(({ text }) => readText(text, { channel })));
  const [ours, peer] = [[], []];
  for (let round = -ROUNDS / 2; round < ROUNDS; round += 1) {
    const times = [timed(extract), timed(read)];
    if (round < 0) continue;
    ours.push(times[0]);
    peer.push(times[1]);
  }
  const turns = interactions.reduce((sum, one) => sum + one.turns.length, 0);
  return { measure: name, ours: median(ours), peer: median(peer), ratio: median(ours) / median(peer), unit: 'ms', note: `${interactions.length} interactions, ${turns} turns, medians of ${ROUNDS}` };
}

function zonesOf(text, channel, subject) {
  return readText(text, { channel, subject }).zones;
}

function timed(work) {
  const { user, system } = process.cpuUsage();
  work();
  const spent = process.cpuUsage();
  return (spent.user - user + spent.system - system) / 1000;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
