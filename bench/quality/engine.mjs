// node bench/quality/engine.mjs --languagetool FILE [--list]: runs third-party token patterns with their must-fire and must-not-fire examples through
// the rule engine and prints one JSON line of figures; --list prints the examples that do not hold, and how many of them for which cause.
// FILE: LanguageTool rules as JSON (id, pattern, anti, examples; each token with t, re, inf, neg, cs, skip, mn, mx, ex; an exception may have a scope, "previous" or "next").
import { readFileSync } from 'node:fs';
import { Matcher } from '../../dist/libs/nlp/src/engine/matcher.js';
import { loadLexicon } from '#nlp';
import { Rules } from './languagetool/rules.mjs';

const file = process.argv[process.argv.indexOf('--languagetool') + 1];
if (!process.argv.includes('--languagetool') || file === undefined) {
  console.error('node bench/quality/engine.mjs --languagetool FILE [--list]');
  process.exit(2);
}
const list = process.argv.includes('--list');
const rules = new Rules(JSON.parse(readFileSync(file, 'utf8')), loadLexicon(), new Matcher(() => false));

const total = { bad: 0, fired: 0, good: 0, silent: 0 };
const causes = new Map();
for (const { rule, text, mustFire, fired, cause } of rules.verdicts()) {
  total[mustFire ? 'bad' : 'good'] += 1;
  if (cause === null) {
    total[mustFire ? 'fired' : 'silent'] += 1;
    continue;
  }
  const name = `${fired ? 'fired' : 'silent'}: ${cause}`;
  causes.set(name, (causes.get(name) ?? 0) + 1);
  if (list) console.error(`${fired ? 'fired' : 'silent'} ${rule.id}: ${text}`);
}
if (list) for (const [cause, count] of causes) console.error(`${count} × ${cause}`);
console.log(
  JSON.stringify({
    measure: 'engine, third-party patterns', rules: rules.compiled.length, unread: rules.compiled.filter(({ pattern }) => pattern === null).length,
    mustFire: total.fired / total.bad, mustFireOf: total.bad, mustNotFire: total.silent / total.good, mustNotFireOf: total.good,
  }),
);
