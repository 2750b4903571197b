import { nearest } from '../nearest.js';
import type { RulebookDescription } from '../rulebook.js';
import { criteriaOf, type FindingsSource, outcomesOf, type ScaleSource, type ScorecardCriterion, type ScorecardDefinition, sideOf } from './definition.js';

/** What is wrong in a scorecard, where, and how to put it right. */
export interface ScorecardProblem {
  /** Members and positions, from the definition down: `['sections', 0, 'criteria', 2, 'weight']`. */
  readonly path: readonly (string | number)[];
  readonly fr: string;
  readonly en: string;
}

/** Of the rulebook in force; null: none is published yet. */
export type KnownRules = Pick<RulebookDescription, 'rules' | 'commitments'> | null;

type Tell = (path: readonly (string | number)[], fr: string, en: string) => void;

/** Everything that keeps a scorecard from being published. Shapes are checked before; here it is what they mean. */
export function checkScorecard(definition: ScorecardDefinition, rulebook: KnownRules): ScorecardProblem[] {
  const problems: ScorecardProblem[] = [];
  const tell: Tell = (path, fr, en) => problems.push({ path, fr, en });
  if (isBlank(definition.name)) tell(['name'], 'La grille n’a pas de nom : donnez-lui-en un.', 'The scorecard has no name: give it one.');
  if (definition.sections.length === 0) tell(['sections'], 'La grille est vide : ajoutez une section et un critère.', 'The scorecard is empty: add a section and a criterion.');
  checkIds(definition, tell);
  definition.sections.forEach((section, s) => {
    if (isBlank(section.title)) tell(['sections', s, 'title'], `La section ${s + 1} n’a pas de titre : donnez-lui-en un.`, `Section ${s + 1} has no title: give it one.`);
    if (section.criteria.length === 0) tell(['sections', s, 'criteria'], `La section « ${section.title} » n’a aucun critère : ajoutez-en un, ou ôtez la section.`, `Section "${section.title}" has no criterion: add one, or remove the section.`);
    section.criteria.forEach((criterion, c) => checkCriterion(definition, criterion, rulebook, (path, fr, en) => tell(['sections', s, 'criteria', c, ...path], fr, en)));
  });
  const criteria = criteriaOf(definition);
  if (criteria.length > 0 && criteria.every(({ weight }) => weight === 0)) {
    tell(['sections'], 'Aucun critère n’a de poids : il n’y aurait jamais de note. Donnez un poids à l’un d’eux au moins.', 'No criterion has a weight: there would never be a score. Give at least one of them a weight.');
  }
  return problems;
}

const isBlank = (text: string): boolean => text.trim() === '';

function checkIds({ sections }: ScorecardDefinition, tell: Tell): void {
  const seen = new Set<string>();
  const once = (id: string, path: readonly (string | number)[]): void => {
    if (seen.has(id)) tell([...path, 'id'], `L’identifiant « ${id} » sert deux fois : changez l’un des deux.`, `The id "${id}" is used twice: change one of them.`);
    seen.add(id);
  };
  sections.forEach((section, s) => {
    once(section.id, ['sections', s]);
    section.criteria.forEach(({ id }, c) => once(id, ['sections', s, 'criteria', c]));
  });
}

function checkCriterion(definition: ScorecardDefinition, criterion: ScorecardCriterion, rulebook: KnownRules, tell: Tell): void {
  const { source, question } = criterion;
  if (isBlank(question)) tell(['question'], 'Ce critère n’a pas de question : écrivez ce que l’on regarde.', 'This criterion has no question: write what is looked at.');
  if (source.kind === 'findings') checkFindings(source, rulebook, tell);
  if (source.kind === 'scale') checkScale(source, tell);
  checkCondition(definition, criterion, tell);
}

function checkFindings({ rules, commitments, counts }: FindingsSource, rulebook: KnownRules, tell: Tell): void {
  if (rules.length + commitments.length === 0) {
    tell(['source', 'rules'], 'Ce critère ne regarde aucune règle : nommez une règle ou un engagement.', 'This criterion looks at no rule: name a rule or a commitment.');
    return;
  }
  if (rulebook === null) {
    tell(['source', 'rules'], 'Aucun référentiel n’est en vigueur : publiez-en un d’abord.', 'No rulebook is in force: publish one first.');
    return;
  }
  const ids = rulebook.rules.map(({ id }) => id);
  rules.forEach((id, at) => {
    if (!ids.includes(id)) tell(['source', 'rules', at], `La règle « ${id} » n’est pas dans le référentiel en vigueur.${orRather(id, ids, 'fr')}`, `Rule "${id}" is not in the rulebook in force.${orRather(id, ids, 'en')}`);
  });
  const promised = Object.keys(rulebook.commitments);
  commitments.forEach((id, at) => {
    if (!promised.includes(id)) tell(['source', 'commitments', at], `L’engagement « ${id} » n’est pas dans le référentiel en vigueur.${orRather(id, promised, 'fr')}`, `Commitment "${id}" is not in the rulebook in force.${orRather(id, promised, 'en')}`);
  });
  const found = rulebook.rules.filter(({ id, serves }) => rules.includes(id) || commitments.includes(serves));
  if (counts.by === 'no-violation' && found.length > 0 && found.every(({ polarity }) => polarity === 'merit')) {
    tell(['source', 'counts'], 'Ces règles ne relèvent que des points forts : ce critère serait toujours réussi. Choisissez « au moins un point fort ».', 'These rules only find merits: this criterion would always pass. Choose "at least one merit".');
  }
  if (counts.by === 'any-merit' && found.length > 0 && found.every(({ polarity }) => polarity === 'violation')) {
    tell(['source', 'counts'], 'Ces règles ne relèvent que des écarts : ce critère ne serait jamais réussi. Choisissez « aucun écart ».', 'These rules only find violations: this criterion would never pass. Choose "no violation".');
  }
  if (counts.by !== 'points') return;
  if (counts.outOf < 1) tell(['source', 'counts', 'outOf'], 'Un barème sur 0 point ne mesure rien : mettez 1 ou plus.', 'A score out of 0 points measures nothing: put 1 or more.');
  if (counts.start > counts.outOf) tell(['source', 'counts', 'start'], `On ne peut pas partir de ${counts.start} points sur ${counts.outOf} : partez de ${counts.outOf} ou moins.`, `One cannot start from ${counts.start} points out of ${counts.outOf}: start from ${counts.outOf} or less.`);
  if (counts.perViolation === 0 && counts.perMerit === 0) tell(['source', 'counts', 'perViolation'], 'Ni écart ni point fort n’y change rien : dites combien ôte un écart, ou combien ajoute un point fort.', 'Neither violation nor merit changes anything: say what a violation takes away, or what a merit adds.');
}

/** A slip of the pen is told with the word that was meant. */
function orRather(word: string, known: readonly string[], language: 'fr' | 'en'): string {
  const meant = nearest(word, known);
  if (meant === undefined) return '';
  return language === 'fr' ? ` Vouliez-vous dire « ${meant} » ?` : ` Did you mean "${meant}"?`;
}

function checkScale({ scale }: ScaleSource, tell: Tell): void {
  if (scale.length < 2) tell(['source', 'scale'], 'Une échelle a deux échelons au moins : ajoutez-en.', 'A scale has two points at least: add some.');
  else if (new Set(scale.map(({ points }) => points)).size === 1) tell(['source', 'scale'], 'Tous les échelons valent autant : donnez-leur des points différents.', 'All points of the scale are worth the same: give them different points.');
  scale.forEach(({ id, label }, at) => {
    if (isBlank(label)) tell(['source', 'scale', at, 'label'], `L’échelon ${at + 1} n’a pas de libellé : dites ce qu’il veut dire.`, `Point ${at + 1} of the scale has no label: say what it means.`);
    if (id === 'na' || scale.findIndex((one) => one.id === id) !== at) tell(['source', 'scale', at, 'id'], `L’identifiant d’échelon « ${id} » est déjà pris : changez-le.`, `The id "${id}" of a point of the scale is taken: change it.`);
  });
}

function checkCondition(definition: ScorecardDefinition, criterion: ScorecardCriterion, tell: Tell): void {
  const when = criterion.condition?.when ?? null;
  if (when === null) return;
  const place = ['condition', 'when'];
  const others = criteriaOf(definition);
  const other = others.find(({ id }) => id === when.criterion);
  if (other === undefined) {
    const ids = others.map(({ id }) => id);
    tell([...place, 'criterion'], `La condition porte sur un critère absent, « ${when.criterion} ».${orRather(when.criterion, ids, 'fr')}`, `The condition is on a criterion that is not there, "${when.criterion}".${orRather(when.criterion, ids, 'en')}`);
    return;
  }
  if (sideOf(other) !== sideOf(criterion)) {
    tell(
      [...place, 'criterion'],
      `« ${other.question} » et ce critère ne sont pas du même côté : les constats font une note, les réponses une autre. Choisissez un critère ${sideOf(criterion) === 'human' ? 'à répondre' : 'de constats'}.`,
      `"${other.question}" and this criterion are not of the same side: findings make one score, answers another. Choose a criterion ${sideOf(criterion) === 'human' ? 'that is answered' : 'of findings'}.`,
    );
    return;
  }
  if (dependsOnItself(criterion, others)) {
    tell([...place, 'criterion'], `Ce critère dépend de lui-même, par « ${other.question} » : rompez la boucle.`, `This criterion depends on itself, by "${other.question}": break the loop.`);
    return;
  }
  const can = outcomesOf(other);
  if (when.is.length === 0) tell([...place, 'is'], `Dites pour quelles réponses de « ${other.question} » ce critère se pose.`, `Say for which answers to "${other.question}" this criterion is asked.`);
  when.is.forEach((answer, at) => {
    if (!can.includes(answer)) tell([...place, 'is', at], `« ${other.question} » n’a pas de réponse « ${answer} ». Possibles : ${can.join(', ')}.`, `"${other.question}" has no answer "${answer}". Possible: ${can.join(', ')}.`);
  });
}

function dependsOnItself(criterion: ScorecardCriterion, others: readonly ScorecardCriterion[]): boolean {
  const seen = new Set<string>();
  for (let at: ScorecardCriterion | undefined = criterion; at !== undefined && !seen.has(at.id); ) {
    seen.add(at.id);
    const next: string | undefined = at.condition?.when?.criterion;
    if (next === criterion.id) return true;
    at = others.find(({ id }) => id === next);
  }
  return false;
}
