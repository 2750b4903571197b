import type { PatternExplanation, RuleExplanation } from '#nlp';
import { plural } from '../plural.js';

/** What is shown at most of a pattern that did not match, and of how a rule was understood. */
const PATTERN = 60;
const SUMMARY = 300;

/**
 * Why a rule fires on a text or not, for a person: the answer and what decides it first, then the patterns that match in
 * full, then the others, the nearest to matching first. They have a line each, or with `all` all that is known.
 */
export function explanationText(explained: RuleExplanation, all: boolean): string {
  const matching = explained.patterns.filter(({ matches }) => matches.length > 0);
  const others = explained.patterns.filter(({ matches }) => matches.length === 0).toSorted((a, b) => (b.reached ?? 0) - (a.reached ?? 0));
  const { understood } = explained;
  return [
    verdict(explained),
    `${explained.ruleId} : ${all ? understood : shortened(understood, SUMMARY)}`,
    matching.map((one) => inFull(one, explained)).join('\n'),
    others.map((one) => (all ? inFull(one, explained) : inALine(one))).join('\n'),
    !all && others.length > 0 ? `${plural(others.length, 'motif sans correspondance', 'motifs sans correspondance')} ; tout dire : --all` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Whether it fires and on what, or what kept it from it. */
function verdict({ fires, findings, heldBackBy, notChecked, patterns, turns }: RuleExplanation): string {
  if (notChecked !== undefined) return `La règle n'a pas pu être vérifiée : ${notChecked}.`;
  if (fires) {
    const told = findings.map(({ quotes, missing, explanation }) => `→ ${missing ? 'manque à' : 'sur'} ${quotes.map((quote) => `« ${quote} »`).join(', ')}\n    ${explanation}`);
    return ['La règle se déclenche.', ...told].join('\n');
  }
  if (heldBackBy.length === 0) return `La règle ne se déclenche pas${patterns.length > 0 && patterns.every(({ matches }) => matches.length === 0) ? ' : aucun de ses motifs n’est là' : ''}.`;
  const deciding = patterns.filter(({ key, matches }) => heldBackBy.includes(key) && matches.length > 0);
  const told = deciding.flatMap(({ key, pattern, matches }) => matches.map((match) => `→ ${key} : « ${match.quote} » ${placeOf(match, turns)} — motif ${pattern}`));
  return [`La règle ne se déclenche pas : retenue par ${heldBackBy.join(', ')}.`, ...told].join('\n');
}

function inFull({ key, pattern, understood, matches, stopped }: PatternExplanation, { turns }: RuleExplanation): string {
  return [
    `${matches.length > 0 ? '✓' : '·'} ${key} : ${pattern}`,
    `    compris : ${understood}`,
    ...matches.map((match) => `    trouvé : « ${match.quote} » ${placeOf(match, turns)}`),
    ...(stopped === undefined ? [] : [`    arrêté : ${stopped}`]),
  ].join('\n');
}

const inALine = ({ key, pattern, stopped, reached = 0 }: PatternExplanation): string =>
  `· ${key} : ${shortened(pattern, PATTERN)}${reached > 0 && stopped !== undefined ? ` — ${stopped}` : ''}`;

const placeOf = ({ turn, start, end }: PatternExplanation['matches'][number], turns: number): string => `[${turns > 1 ? `tour ${turn + 1}, ` : ''}${start}–${end}]`;

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 2).trimEnd()} …`);
