import type { Channel } from '#domain';
import { explainRule, formatProblem, lintRulebook, nearestWord, proveRulebook } from '#nlp';
import { Failure } from '../failure.js';
import { plural } from '../plural.js';
import { openRulebook, readRulebook } from './open-rulebook.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs every rule's own examples; exit code 1 when one does not hold. */
export function testRulebook(folder: string): number {
  const compiled = openRulebook(folder);
  const failures = proveRulebook(compiled);
  for (const { ruleId, place, check, message, example } of failures) {
    say(formatProblem({ ...place, message: `${ruleId} (${check}) : ${message}`, found: example }));
  }
  const { name, version, rules } = compiled.description;
  const failed = new Set(failures.map(({ ruleId }) => ruleId)).size;
  const held = rules.length - failed;
  say(`${name} ${version} : ${plural(held, 'règle tenue', 'règles tenues')} sur ${rules.length}`);
  return failures.length > 0 ? 1 : 0;
}

/** Rules that hold and are yet probably not meant; exit code 1 when there are some. */
export function lint(folder: string): number {
  const rulebook = readRulebook(folder);
  const warnings = lintRulebook(rulebook);
  for (const { ruleId, place, check, message } of warnings) say(formatProblem({ ...place, message: `${ruleId} (${check}) : ${message}` }));
  say(`${plural(rulebook.rules.length, 'règle relue', 'règles relues')}, ${plural(warnings.length, 'remarque')}`);
  return warnings.length > 0 ? 1 : 0;
}

export function listRules(folder: string): number {
  const { description } = openRulebook(folder);
  say(`${description.name} ${description.version} — ${description.promise}\n`);
  const widest = Math.max(...description.rules.map(({ id }) => id.length));
  for (const { polarity, id, kind, severity, serves } of description.rules) {
    say(`${polarity === 'merit' ? '+' : '✗'} ${id.padEnd(widest)}  ${kind.padEnd(9)}  ${severity.padEnd(8)}  ${serves}`);
  }
  return 0;
}

/** How a rule was understood, and why it fires on a text or not, step by step; exit code 1 when it fires. */
export function explain(folder: string, ruleId: string, text: string, channel?: Channel): number {
  const rulebook = readRulebook(folder);
  const explained = explainRule(rulebook, ruleId, text, channel);
  if (explained === undefined) {
    const ids = rulebook.rules.map(({ id }) => id);
    const nearest = nearestWord(ruleId, ids);
    const near = nearest === undefined ? ids.filter((id) => id.split('.').some((part) => ruleId.includes(part))) : [nearest];
    throw new Failure(`pas de règle « ${ruleId} » dans ${folder}${near.length > 0 ? ` ; proches : ${near.slice(0, 8).join(', ')}` : ''}`);
  }
  say(`${explained.ruleId} : ${explained.understood}\n`);
  for (const { key, pattern, understood, matches, stopped } of explained.patterns) {
    say(`${matches.length > 0 ? '✓' : '·'} ${key} : ${pattern}\n    compris : ${understood}`);
    for (const { turn, start, end, quote } of matches) say(`    trouvé : « ${quote} » [${explained.turns > 1 ? `tour ${turn + 1}, ` : ''}${start}–${end}]`);
    if (stopped !== undefined) say(`    arrêté : ${stopped}`);
  }
  for (const { quotes, missing, explanation } of explained.findings) say(`\n→ ${missing ? 'manque à' : 'sur'} ${quotes.map((quote) => `« ${quote} »`).join(', ')}\n    ${explanation}`);
  if (explained.heldBackBy.length > 0) say(`\nretenue par : ${explained.heldBackBy.join(', ')}`);
  if (explained.notChecked !== undefined) say(`\nnon vérifiée : ${explained.notChecked}`);
  say(`\n${explained.fires ? 'La règle se déclenche.' : 'La règle ne se déclenche pas.'}`);
  return explained.fires ? 1 : 0;
}
