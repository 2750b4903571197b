import type { Channel } from '#domain';
import { explainRule, formatProblem, lintRulebook, nearestWord, proveRulebook } from '#nlp';
import { Failure } from '../failure.js';
import { plural } from '../plural.js';
import { explanationText } from './explanation-text.js';
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

/** Why a rule fires on a text or not, and how it was understood; exit code 1 when it fires. `all`: every pattern in full. */
export function explain(folder: string, ruleId: string, text: string, options: { readonly channel?: Channel; readonly all?: boolean }): number {
  const rulebook = readRulebook(folder);
  const explained = explainRule(rulebook, ruleId, text, options.channel);
  if (explained === undefined) {
    const ids = rulebook.rules.map(({ id }) => id);
    const nearest = nearestWord(ruleId, ids);
    const near = nearest === undefined ? ids.filter((id) => id.split('.').some((part) => ruleId.includes(part))) : [nearest];
    throw new Failure(`pas de règle « ${ruleId} » dans ${folder}${near.length > 0 ? ` ; proches : ${near.slice(0, 8).join(', ')}` : ''}`);
  }
  say(explanationText(explained, options.all ?? false));
  return explained.fires ? 1 : 0;
}
