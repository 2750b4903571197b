import type { TurnWords } from '../words/turn-words.js';
import { isPunctuation } from './boundaries.js';
import type { Clause } from './clause.js';
import { Phrases } from './phrases.js';

/** Words that a pledge depends on. */
export interface Condition {
  /** Range of words. */
  readonly start: number;
  readonly end: number;
  /** What comes first has no date: « dès réception de », « une fois que ». */
  readonly isEvent: boolean;
}

/** Conditions without a verb. */
const NOMINAL = new Phrases(
  "sur presentation|sur justificatif|sur production|contre facture|contre justificatif|des reception|a reception|a la reception|apres reception|des la reception|apres validation|des validation|apres accord|des accord|sous reserve|a condition|sauf refus|sauf opposition|sauf avis contraire|en cas de|en cas d'|moyennant|des votre|des retour|apres votre|des l'|des confirmation|apres verification|apres expertise|apres controle|une fois votre|une fois le|une fois la|une fois l'|sous condition|a moins d'|a moins de|des paiement|contre remise|apres retour|apres etat des lieux|apres l' etat des lieux|apres l' inspection|apres inspection|apres le diagnostic|apres diagnostic|apres le passage|apres encaissement|apres l' encaissement|apres paiement|apres le paiement|apres signature|apres la signature|apres restitution|apres la restitution|apres le retour|apres la visite|apres la validation|apres l' accord|apres le controle|apres la reception|a reception du|uniquement en cas|seulement en cas|uniquement sur|seulement sur|selon l' accord|sous reserve|des acceptation|apres acceptation|des lors que|a defaut de|a defaut d'|sans nouvelle du|sans nouvelles du|sans nouvelles de|sans nouvelle de|sans reponse du",
);

/** The conditions of a sentence: clauses with « si », « dès que », « à condition que » and phrases like « dès réception de ». */
export function conditionsOf(words: TurnWords, sentence: { start: number; end: number }, clauses: readonly Clause[]): Condition[] {
  const found: Condition[] = [];
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index]!;
    const next = clauses[index + 1];
    // « si l'expert dit que… », where « dit » was read as no verb
    if (clause.group === null && /^(?:si|s')$/.test(words.at(clause.start)) && next?.link === 'complement') found.push({ start: clause.start, end: next.end, isEvent: true });
    // « si votre médecin fait une ordonnance | on vous rembourse », where « fait » was read as no verb
    else if (clause.group === null && /^(?:si|s')$/.test(words.at(clause.start)) && clause.end - clause.start > 3 && next?.group) found.push({ start: clause.start, end: clause.end, isEvent: true });
    if (clause.group === null || (clause.link !== 'si' && clause.link !== 'when')) continue;
    if (isAside(words, clause) || isAsked(words, clause, clauses[index - 1]?.group ? clauses[index - 1] : clauses[index - 2])) continue;
    // « si l'expert dit | que c'est un vice caché »
    const told = clauses.filter(({ link, matrix }) => link === 'complement' && matrix === clause).map(({ end }) => end);
    found.push({ start: clause.linkAt, end: Math.max(clause.end, clause.group.end, ...told), isEvent: true });
  }
  for (let i = NOMINAL.find(words, sentence.start, sentence.end); i >= 0; i = NOMINAL.find(words, i + 1, sentence.end)) {
    if (found.some(({ start, end }) => start <= i && i < end)) continue;
    const condition = { start: i, end: nominalEnd(words, i, sentence.end, clauses), isEvent: true };
    found.push(condition);
    i = condition.end - 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** « si vous le souhaitez » is an offer, « si tout va bien » a hedge, « comme si » neither. */
const isAside = (words: TurnWords, { group, linkAt }: Clause): boolean => words.at(linkAt - 1) === 'comme' || group!.tense === 'conditional';

/** « je vérifie | si la pièce est rentrée »: a question that is told, no condition. */
const isAsked = (words: TurnWords, { link, linkAt }: Clause, before: Clause | undefined): boolean =>
  link === 'si' && before?.group != null && before.group.verbs.at(-1)!.some((lemma) => ASKING.has(lemma)) && words.at(linkAt) !== 'que' && words.kind(linkAt - 1) === 'word' && before.end >= linkAt - 1;

const ASKING = new Set('vérifier revérifier demander redemander regarder voir savoir contrôler préciser indiquer dire interroger'.split(' '));

/** To the comma, the next clause or the end. */
function nominalEnd(words: TurnWords, start: number, limit: number, clauses: readonly Clause[]): number {
  const next = clauses.find((clause) => clause.group !== null && clause.start > start && words.at(clause.start - 1) !== 'que' && words.at(clause.start - 1) !== "qu'");
  let end = start + 1;
  while (end < (next?.start ?? limit) && !isPunctuation(words, end)) end++;
  return end;
}

const NO_CONDITIONS: ReadonlyMap<Clause, Condition> = new Map();

/** Each condition with the clause that waits for it. */
export function conditionsByClause(words: TurnWords, conditions: readonly Condition[], clauses: readonly Clause[]): ReadonlyMap<Clause, Condition> {
  if (conditions.length === 0) return NO_CONDITIONS;
  const mains = clauses.filter((clause) => clause.group !== null && clause.link !== 'si' && clause.link !== 'when' && !conditions.some(({ start, end }) => start <= clause.start && clause.group!.finite < end));
  const found = new Map<Clause, Condition>();
  for (const condition of conditions) {
    const before = mains.findLast(({ group }) => group!.finite < condition.start);
    const after = mains.find(({ start }) => start >= condition.end);
    const clause = belongsToNext(words, condition, before, after) ? after : before;
    if (clause === undefined || found.has(clause)) continue;
    found.set(clause, condition);
    // « si … vous m'appelez | et je vous rembourse »
    const next = mains[mains.indexOf(clause) + 1];
    if (next !== undefined && clause.group!.subject === 'vous' && clause.group!.tense === 'present' && condition.end <= clause.start && words.at(next.start - 1) === 'et' && !found.has(next)) found.set(next, condition);
  }
  return found;
}

/** « si A, B »; but « B si A, C » and « B si A et C ». */
function belongsToNext(words: TurnWords, condition: Condition, before: Clause | undefined, after: Clause | undefined): boolean {
  if (after === undefined || before === undefined) return after !== undefined;
  let hasComma = false;
  for (let i = condition.end; i < after.start; i++) {
    if (/^(?:et|mais|ou|;|sinon|autrement)$/.test(words.at(i))) return false;
    hasComma ||= words.at(i) === ',';
  }
  const opens = isPunctuation(words, condition.start - 1) || /^(?:et|mais|ou|donc|alors)$/.test(words.at(condition.start - 1));
  // « on vous la reverse | dès que l'assurance nous a réglés | ça prend un peu de temps »
  if (!opens && (after.group!.subject === 'ce' || after.group!.tense === 'imperative') && before.end === condition.start && /^(?:des|lorsqu(?:e|')|quand|une|apres)$/.test(words.at(condition.start))) return false;
  return opens || !hasComma;
}
