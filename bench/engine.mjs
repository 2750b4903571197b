// node bench/engine.mjs [--json] [--mb 8]: reading + matching of the rule engine against JSON.parse of the same bytes, in one
// process on one core. Run it on what `npm run build` made. Rules and text are generated from a seed (libs/nlp/test/engine/mixed-rules.ts).
import path from 'node:path';
import { defaultServerConditions, runnerImport } from 'vite';
import { Matcher } from '../dist/libs/nlp/src/engine/matcher.js';
import { expandPattern } from '../dist/libs/nlp/src/pattern/expand-pattern.js';
import { parsePattern } from '../dist/libs/nlp/src/pattern/parse-pattern.js';
import { loadLexicon } from '../dist/libs/nlp/src/read/index.js';

const root = path.resolve(import.meta.dirname, '..');
const conditions = ['source', ...defaultServerConditions];
const typescript = async (file) =>
  (await runnerImport(path.join(root, file), { configFile: false, logLevel: 'error', resolve: { conditions }, ssr: { resolve: { conditions } } })).module;
const { mixedPatterns, sampleTurns } = await typescript('libs/nlp/test/engine/mixed-rules.ts');
const { oracleMatches, oracleWords } = await typescript('libs/nlp/test/engine/oracle.ts');

const asJson = process.argv.includes('--json');
const megabytes = Number(process.argv[process.argv.indexOf('--mb') + 1]) || 8;
const ROUNDS = 5;
/** Turns read together, as those of one interaction are. */
const TURNS = 16;

const lexicon = loadLexicon();
const turns = sampleTurns(lexicon, megabytes * 1e6);
const bytes = turns.reduce((sum, turn) => sum + Buffer.byteLength(turn), 0);
const interactions = [];
for (let at = 0; at < turns.length; at += TURNS) interactions.push(turns.slice(at, at + TURNS));
/** The same texts as they travel: canonical interactions. */
const json = interactions.map((texts, index) =>
  JSON.stringify({
    source: 'bench',
    externalId: String(index),
    revision: 1,
    channel: 'chat',
    startedAt: '2026-01-05T09:00:00+01:00',
    participants: [{ id: 'a', role: 'agent', ref: 'agent-1' }, { id: 'c', role: 'customer' }],
    turns: texts.map((text, turn) => ({ id: String(turn), participantId: turn % 2 === 0 ? 'c' : 'a', text, offsetMs: turn * 1000 })),
  }),
);
/** As they come in from a file or a message: what is not a string yet has to be decoded first. */
const jsonBuffers = json.map((text) => Buffer.from(text));
const jsonBytes = json.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** How much of a record its turns' texts are. */
const TEXT_SHARE = bytes / jsonBytes;

const expand = (text) => {
  const parsed = parsePattern(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
  return expandPattern(parsed.pattern, { lexicon, list: () => undefined });
};

function compile(patterns) {
  const matcher = new Matcher(() => false);
  const ids = patterns.map((text) => matcher.add(expand(text)));
  matcher.freeze();
  return { matcher, ids };
}

function readAll(matcher) {
  let hits = 0;
  for (const texts of interactions) {
    matcher.clear();
    for (const text of texts) matcher.addTurn(text);
    matcher.run();
    hits += matcher.hitCount;
  }
  return hits;
}

function parseAll() {
  let length = 0;
  for (const text of json) length += JSON.parse(text).turns.length;
  return length;
}

function parseBuffers() {
  let length = 0;
  for (const buffer of jsonBuffers) length += JSON.parse(buffer.toString()).turns.length;
  return length;
}

/** Processor time, not the clock's: what else the machine does must not count. */
const time = (work) => {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return { ms: (user + system) / 1000, result };
};
/** The best round: what else the machine does can only slow a round down. */
const best = (values) => Math.min(...values);

/** Both measured turn about, so that whatever slows the machine slows both. */
function against(matcher) {
  // Rates are of the records' bytes on both sides: JSON.parse goes over all of them, we over the words in them.
  const ours = [];
  const peer = [];
  const decoding = [];
  let hits = 0;
  readAll(matcher);
  parseAll();
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = time(() => readAll(matcher));
    hits = run.result;
    ours.push(run.ms);
    peer.push(time(parseAll).ms);
    decoding.push(time(parseBuffers).ms);
  }
  const rate = (values) => jsonBytes / 1e3 / best(values);
  return { decoding: rate(decoding), ours: rate(ours), peer: rate(peer), ms: best(ours), hits };
}

/** At most `count` of a list, spread over the whole of it. */
const spread = (list, count) => list.filter((_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length));

/** Interactions in which each pattern was found, by its id. */
function whereFound(matcher) {
  const found = new Map();
  interactions.forEach((texts, index) => {
    matcher.clear();
    for (const text of texts) matcher.addTurn(text);
    matcher.run();
    for (const id of matcher.matched()) found.set(id, [...(found.get(id) ?? []), index]);
  });
  return found;
}

/** Rules held against the oracle: those that were found somewhere, and a third as many that were not; in how many interactions each. */
const COMPARED = { rules: 1000, silent: 300, hitting: 50, any: 20 };

/** A part of the rules on a part of the text, read as the measured runs read it, against the brute-force oracle: the hits that differ. */
function oracleDifferences(patterns, matcher, ids) {
  const found = whereFound(matcher);
  const every = patterns.map((text, index) => ({ text, id: ids[index] }));
  const chosen = [...spread(every.filter(({ id }) => found.has(id)), COMPARED.rules), ...spread(every.filter(({ id }) => !found.has(id)), COMPARED.silent)];
  const places = interactions.map((_, index) => index);
  // Spread over the whole text, so that the automaton is compared in every stage of its learning.
  const planned = new Map();
  for (const { text, id } of chosen) {
    const core = expand(text);
    for (const place of new Set([...spread(found.get(id) ?? [], COMPARED.hitting), ...spread(places, COMPARED.any)])) {
      planned.set(place, [...(planned.get(place) ?? []), { core, id }]);
    }
  }
  let compared = 0;
  let differences = 0;
  for (const [place, rules] of planned) {
    const texts = interactions[place];
    const words = texts.map((text) => oracleWords(text));
    matcher.clear();
    for (const text of texts) matcher.addTurn(text);
    matcher.run();
    for (const { core, id } of rules) {
      const ours = matcher.matches(id).map(({ start, end }) => [matcher.turnOf(start), matcher.stream.starts[start], matcher.stream.ends[end - 1]]);
      const expected = texts.flatMap((text, turn) => oracleMatches(core, text, words[turn]).map(([start, end]) => [turn, start, end]));
      compared += expected.length;
      if (JSON.stringify(ours) !== JSON.stringify(expected)) differences += 1;
    }
  }
  return { rules: chosen.length, compared, differences };
}

const rows = [];
const row = (measure, ours, peer, unit, note) => rows.push({ measure, ours, peer, ratio: ours / peer, unit, ...(note ? { note } : {}) });

const REACH = { 100: 0.6, 1000: 0.5, 10000: 0.25 };
for (const count of [100, 1000, 10_000]) {
  const patterns = mixedPatterns(lexicon, turns, count, count);
  const compiled = time(() => compile(patterns));
  const { matcher, ids } = compiled.result;
  const figures = against(matcher);
  const { rules, compared, differences } = oracleDifferences(patterns, matcher, ids);
  if (differences > 0) throw new Error(`${differences} rows of hits differ from the brute-force oracle at ${count} rules`);
  row(`engine, ${count} mixed rules, against JSON.parse (reach ${REACH[count]})`, figures.ours, figures.peer, 'MB/s', `${figures.hits} hits; ${compared} hits of ${rules} rules compared with the oracle, all equal; counting the bytes of the words alone ${((figures.ours / figures.peer) * TEXT_SHARE).toFixed(2)}`);
  row(`engine, ${count} mixed rules, against decoding and JSON.parse of the bytes`, figures.ours, figures.decoding, 'MB/s');
  if (count === 10_000) {
    row('engine, tables of 10,000 rules, against the limit (25 MB)', matcher.bytes / 1e6, 25, 'MB', `${matcher.stateCount} states`);
    row('engine, compiling 10,000 rules, against the limit (1 s)', compiled.ms, 1000, 'ms', 'processor time');
  }
}

// Rules about the commonest words too: no rulebook is like that, but it has far more hits to compare.
const dense = mixedPatterns(lexicon, turns, 1000, 1000, Infinity);
const denselyCompiled = compile(dense);
const denseFigures = against(denselyCompiled.matcher);
const denseOracle = oracleDifferences(dense, denselyCompiled.matcher, denselyCompiled.ids);
if (denseOracle.differences > 0) throw new Error(`${denseOracle.differences} rows of hits differ from the brute-force oracle on the dense rules`);
row('engine, 1000 rules that hit often, against JSON.parse', denseFigures.ours, denseFigures.peer, 'MB/s', `${denseFigures.hits} hits; ${denseOracle.compared} hits of ${denseOracle.rules} rules compared with the oracle, all equal`);

const HITTING = 100;
const few = against(compile(mixedPatterns(lexicon, turns, HITTING, HITTING)).matcher);
const many = against(compile(mixedPatterns(lexicon, turns, 10_000, HITTING)).matcher);
row('engine, cost of 10,000 rules against 100 with the same hits (reach 1.5)', many.ms, few.ms, 'ms', `${few.hits} and ${many.hits} hits`);

if (asJson) console.log(JSON.stringify(rows));
else {
  for (const { measure, ours, peer, ratio, unit, note } of rows) console.log(`${measure}: ${ours.toFixed(1)} / ${peer.toFixed(1)} ${unit} = ${ratio.toFixed(2)}${note ? ` (${note})` : ''}`);
}
