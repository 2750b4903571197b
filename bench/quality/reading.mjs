/**
 * How well the reader reads, on data sets given as files (none is kept in the project):
 *
 *   node bench/quality/reading.mjs --ud FILE.conllu … --register FILE.jsonl … --language FILE.jsonl …
 *
 * prints one JSON line of figures per file. `npm run build` comes first. Where to get the data:
 * - `--ud`: any Universal Dependencies treebank of French (universaldependencies.org), CoNLL-U;
 * - `--register`: CoCoA-MT (github.com/amazon-science/contrastive-controlled-mt) as lines {"text","register","markers":[[start,end]…]},
 *   markers in code points;
 * - `--language`: lines {"text","language"}, e.g. from XED (github.com/Helsinki-NLP/XED).
 *
 * Token, sentence and marker scores are F1 over exact spans; a marker's tokens are those that its span touches.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { detectLanguage, loadLexicon, registerMarkers, splitSentences, tokenise } from '../../dist/libs/nlp/src/read/index.js';
import { readConllu, withoutPunctuation } from './conllu.mjs';

const CONTENT = new Set(['NOUN', 'VERB', 'AUX', 'ADJ', 'ADV', 'PROPN']);
const SHORT_TEXT_WORDS = 10;
const round = (figure) => Math.round(figure * 10_000) / 10_000;

/** Precision, recall and F1 of `found` against `gold`, both lists of keys. */
function agreement(gold, found) {
  const expected = new Set(gold);
  const right = found.filter((key) => expected.has(key)).length;
  const f1 = gold.length + found.length === 0 ? 1 : (2 * right) / (gold.length + found.length);
  return { f1: round(f1), precision: round(right / Math.max(1, found.length)), recall: round(right / Math.max(1, gold.length)), gold: gold.length, found: found.length };
}

const keyOf = ({ start, end }) => `${start}-${end}`;

/** Tokens, sentences (as written; and in lower case without any punctuation, as some transcripts are) and candidate lemmas. */
export function measureTreebank(file) {
  const treebank = readConllu(readFileSync(file, 'utf8'));
  const lexicon = loadLexicon();
  const tokens = tokenise(treebank.text);
  const bare = withoutPunctuation(treebank);
  const bareSentences = splitSentences(bare.text, tokenise(bare.text), { channel: 'phone' });
  const content = treebank.tokens.filter(({ upos }) => CONTENT.has(upos));
  const candidates = content.map(({ form, lemma }) => ({ lemma, lemmas: lexicon.lemmas(form) }));
  return {
    set: 'ud', file: basename(file),
    tokens: agreement(treebank.tokens.map(keyOf), tokens.map(keyOf)),
    sentences: agreement(treebank.sentences.map(keyOf), splitSentences(treebank.text, tokens).map(keyOf)),
    withoutPunctuation: {
      sentences: agreement(bare.sentences.map(keyOf), bareSentences.map(keyOf)),
      boundaries: agreement(bare.sentences.slice(1).map(({ start }) => start), bareSentences.slice(1).map(({ start }) => start)),
    },
    lemmas: {
      words: content.length,
      goldAmongCandidates: round(candidates.filter(({ lemma, lemmas }) => lemmas.includes(lemma)).length / Math.max(1, content.length)),
      candidatesPerWord: round(candidates.reduce((sum, { lemmas }) => sum + lemmas.length, 0) / Math.max(1, content.length)),
    },
  };
}

const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

export function measureRegister(file) {
  const lexicon = loadLexicon();
  const gold = [];
  const found = [];
  const values = { neutral: { texts: 0, right: 0 }, formal: { texts: 0, right: 0 }, informal: { texts: 0, right: 0 } };
  readLines(file).forEach(({ text, register, markers }, line) => {
    const units = [0];
    for (const char of text) units.push(units.at(-1) + char.length);
    const tokens = tokenise(text);
    const reading = registerMarkers(text, tokens, lexicon);
    for (const { start, end, kind } of tokens) {
      if (kind === 'word' && markers.some(([from, to]) => start < units[to] && end > units[from])) gold.push(`${line}:${start}`);
    }
    for (const { start } of reading.markers) found.push(`${line}:${start}`);
    values[register].texts++;
    if (reading.value === register) values[register].right++;
  });
  return { set: 'register', file: basename(file), markerTokens: agreement(gold, found), values };
}

export function measureLanguage(file) {
  const none = { texts: 0, accuracy: 0, reliable: 0, accuracyOfReliable: 0 };
  const figures = { all: { ...none }, upTo10Words: { ...none } };
  for (const { text, language } of readLines(file)) {
    const reading = detectLanguage(text);
    const right = reading.code === language ? 1 : 0;
    const sets = text.split(/\s+/).filter(Boolean).length <= SHORT_TEXT_WORDS ? [figures.all, figures.upTo10Words] : [figures.all];
    for (const figure of sets) {
      figure.texts++;
      figure.accuracy += right;
      if (!reading.reliable) continue;
      figure.reliable++;
      figure.accuracyOfReliable += right;
    }
  }
  for (const figure of Object.values(figures)) {
    figure.accuracy = round(figure.accuracy / Math.max(1, figure.texts));
    figure.accuracyOfReliable = round(figure.accuracyOfReliable / Math.max(1, figure.reliable));
  }
  return { set: 'language', file: basename(file), ...figures };
}

const MEASURES = { '--ud': measureTreebank, '--register': measureRegister, '--language': measureLanguage };

/** Runs the measures that the arguments name, in order; each flag takes every file up to the next flag. */
export function main(args) {
  let measure;
  for (const arg of args) {
    if (arg.startsWith('--')) measure = MEASURES[arg];
    else if (measure) console.log(JSON.stringify(measure(arg)));
    if (!measure) {
      console.error(`unknown argument ${arg}; expected ${Object.keys(MEASURES).join(', ')} and files`);
      return 2;
    }
  }
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
