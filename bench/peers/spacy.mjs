// node bench/peers/spacy.mjs [--python python3] [--mb 4]: our engine against spaCy's tokeniser + PhraseMatcher, both on the
// same literal phrases and the same texts, one after the other on one core. Run by hand: it wants `pip install spacy` (no model).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultServerConditions, runnerImport } from 'vite';
import { Matcher } from '../../dist/libs/nlp/src/engine/matcher.js';
import { expandPattern } from '../../dist/libs/nlp/src/pattern/expand-pattern.js';
import { parsePattern } from '../../dist/libs/nlp/src/pattern/parse-pattern.js';
import { loadLexicon } from '../../dist/libs/nlp/src/read/index.js';

const REACH = 20;
const ROUNDS = 3;
/** Turns read together, as those of one interaction are. */
const TURNS = 16;

const option = (name, fallback) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback);
const python = option('--python', 'python3');
const megabytes = Number(option('--mb', '4'));

const root = path.resolve(import.meta.dirname, '../..');
const conditions = ['source', ...defaultServerConditions];
const { module } = await runnerImport(path.join(root, 'libs/nlp/test/engine/mixed-rules.ts'), { configFile: false, logLevel: 'error', resolve: { conditions }, ssr: { resolve: { conditions } } });

const lexicon = loadLexicon();
const texts = module.sampleTurns(lexicon, megabytes * 1e6);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
/** Half of the mixed rules are literal phrases. */
const literals = (count) => module.mixedPatterns(lexicon, texts, count * 2, count * 2).filter((text) => /^[\p{L} ]+$/u.test(text)).slice(0, count);
const phrases = [100, 1000, 10_000].map(literals);

function ours(list) {
  const matcher = new Matcher(() => false);
  for (const text of list) {
    const parsed = parsePattern(text);
    if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
    matcher.add(expandPattern(parsed.pattern, { lexicon, list: () => undefined }));
  }
  matcher.freeze();
  let seconds = Infinity;
  const read = (afterwards) => {
    for (let at = 0; at < texts.length; at += TURNS) {
      matcher.clear();
      for (const text of texts.slice(at, at + TURNS)) matcher.addTurn(text);
      matcher.run();
      afterwards();
    }
  };
  // Warms up, and counts what is found: each place once.
  let hits = 0;
  read(() => {
    for (const pattern of matcher.matched()) hits += matcher.matches(pattern).length;
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage();
    read(() => undefined);
    const { user, system } = process.cpuUsage(started);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { seconds, hits };
}

const folder = mkdtempSync(path.join(tmpdir(), 'diapason-peer-'));
try {
  const file = path.join(folder, 'work.json');
  writeFileSync(file, JSON.stringify({ phrases, texts, rounds: ROUNDS }));
  const { status, stdout, error } = spawnSync(python, [path.join(import.meta.dirname, 'spacy_phrases.py'), file], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (status !== 0) {
    console.error(`${python} could not run spaCy${error ? ` (${error.message})` : ''}: pip install spacy, or --python PATH`);
    process.exitCode = 1;
  }
  for (const [index, line] of stdout?.trim().split('\n').filter(Boolean).entries() ?? []) {
    const peer = JSON.parse(line);
    const mine = ours(phrases[index]);
    const speed = (seconds) => (bytes / 1e6 / seconds).toFixed(1);
    console.log(
      `${peer.phrases} literal rules: ${speed(mine.seconds)} against ${speed(peer.seconds)} MB/s of spaCy ${peer.version} = ${(peer.seconds / mine.seconds).toFixed(1)} × (reach ${REACH}); ` +
        `${mine.hits} and ${peer.hits} hits`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
