// node bench/quality/engine.mjs --languagetool FILE: runs third-party token patterns with their must-fire and must-not-fire examples through
// the rule engine's automaton and prints one JSON line of figures; --list prints the cases that do not hold.
// FILE: LanguageTool rules as JSON (id, pattern, anti, examples; each token with t, re, inf, neg, cs, skip, mn, mx, ex).
import { readFileSync } from 'node:fs';
import { Matcher } from '../../dist/libs/nlp/src/engine/matcher.js';
import { loadLexicon } from '../../dist/libs/nlp/src/read/index.js';

const file = process.argv[process.argv.indexOf('--languagetool') + 1];
if (!process.argv.includes('--languagetool') || file === undefined) {
  console.error('node bench/quality/engine.mjs --languagetool FILE [--list]');
  process.exit(2);
}
const list = process.argv.includes('--list');
const rules = JSON.parse(readFileSync(file, 'utf8'));
const lexicon = loadLexicon();

const surface = (text) => text.replaceAll('’', "'");
const COMPOUND = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+/uy;
const PARTS = new RegExp(
  [
    "aujourd'hui|quelqu'une?s?",
    // An elided word with its apostrophe.
    "(?:[cçdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'(?=[\\p{L}\\p{N}])",
    // Figures with what is stuck to them: 4h, 51%, 1.5h.
    '\\d+(?:[.,]\\d+)*[\\p{L}%‰°]*',
    '[\\p{L}\\p{M}\\p{N}_]+',
    // A pronoun that follows its verb.
    '(?<=[\\p{L}])-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|moi|toi|lui|leur|l[ae]s?|en|y|ce)(?![\\p{L}-])',
    '\\S',
  ].join('|'),
  'giuy',
);

/** Words as these patterns were written for: each sign is one, a hyphen too, save in compounds that the lexicon knows. */
function wordsOf(original) {
  const text = surface(original);
  const words = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at])) {
      at += 1;
      continue;
    }
    COMPOUND.lastIndex = at;
    const compound = COMPOUND.exec(text)?.[0];
    PARTS.lastIndex = at;
    const part = compound !== undefined && isKnown(compound) ? compound : PARTS.exec(text)?.[0] ?? text[at];
    words.push({ text: part, start: at, end: at + part.length });
    at += part.length;
  }
  return words;
}

const isKnown = (word) => lexicon.analyses(word).some(({ form }) => form.toLowerCase() === word.toLowerCase());

function regExp(source, flags) {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

const tests = new Map();
/** A function that tells whether a text is what a token's `t` asks for. */
function textTest({ t, re, cs }) {
  const key = `${t}\u0000${re}\u0000${cs}`;
  let test = tests.get(key);
  if (test === undefined) {
    if (re) {
      // Inline flags of Java: `(?i)` and `(?-i)` are taken for the whole pattern; what `u` refuses are needless escapes.
      const inline = t.includes('(?i)');
      const pattern = regExp(`^(?:${t.replace(/\(\?-?i\)/g, '')})$`, cs && !inline ? '' : 'i');
      test = (text) => pattern.test(text);
    } else test = cs ? (text) => text === t : (text) => text.toLowerCase() === t.toLowerCase();
    tests.set(key, test);
  }
  return test;
}

function matchesPlain(token, word) {
  if (token.t === '' || token.t === null) return true;
  const test = textTest(token);
  const said = token.inf ? test(word) || lexicon.lemmas(word).some(test) : test(word);
  return said !== token.neg;
}

const matchesToken = (token, word) => matchesPlain(token, word) && !(token.ex ?? []).some((exception) => matchesPlain(exception, word));

/** The pattern over a closed vocabulary: the words of the rule's own examples. */
function corePattern(tokens, vocabulary, text) {
  const items = tokens.flatMap((token, index) => {
    const words = vocabulary.filter((word) => matchesToken(token, word));
    const one = { type: 'words', key: `${text}:${index}`, words };
    const row = [];
    for (let count = 0; count < token.mx; count += 1) row.push(count < token.mn ? one : { type: 'optional', item: one });
    for (let count = token.mx; count < token.mn; count += 1) row.push(one);
    if (token.skip > 0 && index < tokens.length - 1) row.push({ type: 'gap', least: 0, most: token.skip });
    return row;
  });
  return { text, root: { type: 'sequence', items }, atStart: false, atEnd: false };
}

const total = { bad: 0, fired: 0, good: 0, silent: 0, unread: 0 };
const overlap = (a, [start, end]) => a[0] < end && start < a[1];
for (const rule of rules) {
  const examples = rule.examples.map((example) => ({ ...example, words: wordsOf(example.text) }));
  const vocabulary = [...new Set(examples.flatMap(({ words }) => words.map(({ text }) => text)))];
  const matcher = new Matcher(() => false);
  let pattern;
  const anti = [];
  try {
    pattern = matcher.add(corePattern(rule.pattern, vocabulary, 'pattern'));
    rule.anti.forEach((tokens, index) => anti.push(matcher.add(corePattern(tokens, vocabulary, `anti ${index}`))));
  } catch (error) {
    total.unread += 1;
    if (list) console.error(`unread ${rule.id}: ${error.message}`);
    continue;
  }
  matcher.freeze();
  for (const { text, marker, type, words } of examples) {
    matcher.clear();
    matcher.addWords(words);
    matcher.run();
    const spans = (id) => matcher.matches(id).map(({ start, end }) => [words[start].start, words[end - 1].end]);
    const immune = anti.flatMap(spans);
    const hits = spans(pattern).filter((hit) => !immune.some((other) => overlap(hit, other)));
    const fired = type === 'bad' ? hits.some((hit) => marker === null || overlap(hit, marker)) : hits.length > 0;
    if (type === 'bad') {
      total.bad += 1;
      if (fired) total.fired += 1;
      else if (list) console.error(`silent ${rule.id}: ${text.slice(0, 100)} | ${rule.pattern.map(({ t, inf }) => (inf ? `{${t}}` : t).slice(0, 40)).join(' · ')} | ${words.map((word) => word.text).join('¦').slice(0, 120)}`);
    } else {
      total.good += 1;
      if (!fired) total.silent += 1;
      else if (list) console.error(`fired ${rule.id}: ${text.slice(0, 100)} | ${rule.pattern.map(({ t, inf }) => (inf ? `{${t}}` : t).slice(0, 40)).join(' · ')}`);
    }
  }
}
console.log(JSON.stringify({ measure: 'engine, third-party patterns', rules: rules.length, unread: total.unread, mustFire: total.fired / total.bad, mustFireOf: total.bad, mustNotFire: total.silent / total.good, mustNotFireOf: total.good }));
