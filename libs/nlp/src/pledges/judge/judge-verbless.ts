import { WordFlag } from '../../read/index.js';
import { impossibleFrom } from '../act-of.js';
import { isPunctuation } from '../clauses/boundaries.js';
import type { Clause } from '../clauses/clause.js';
import { Phrases } from '../clauses/phrases.js';
import type { TurnWords } from '../words/turn-words.js';
import { isDated, none, PLEDGE, type ReadClause, REFUSAL, type Verdict } from './verdict.js';

const NOT_FIRST = new Set('pour dans sans sous avec sur apres avant depuis selon pendant des de du d\' a au aux en par que qui ou y soit hors sauf plus moins malgre chez comme suite si quand lorsque car donc puisque comme dont merci bien bonne bon cordialement'.split(' '));

/** « réponse mardi », « rappel programmé demain 14 h », « 15 € de geste commercial »: a noun that names the act, with its date or amount. */
export function judgeVerbless(read: ReadClause): Verdict {
  // The act is asked for last: most parts without a verb bind to nothing.
  const { words, clause, amount, deadline } = read;
  if (impossibleFrom(words, clause) > 0 && read.act.by !== null) return REFUSAL;
  if (NO_TROUBLE.endAt(words, clause.start, clause.end) > 0) return read.act.by === null ? none('no-act') : PLEDGE;
  const reported = reportedAs(words, clause);
  if (reported !== null) return reported;
  const at = afterRegrets(words, clause);
  const first = words.at(at);
  if (isSpared(read, at)) return PLEDGE;
  if (/^(?:pas|aucun|aucune|ni|jamais)$/.test(first) || words.says(at, 'plus de') || words.says(at, "plus d'")) return read.act.by === null || isContrast(read) ? none('negated') : REFUSAL;
  if (isGranted(read)) return read.act.by === null ? none('no-act') : PLEDGE;
  if (NOT_FIRST.has(first) && !(first === 'bon' && read.act.act === 'gesture')) return none('no-act');
  const { act } = read;
  if (act.by === null) return none('no-act');
  if (/^(?:les|nos|toute?|tous|toutes|chaque|des)$/.test(first) || first.endsWith('s') && !isDated(read) && words.kind(clause.start) === 'word' && !/^(?:vos|colis)$/.test(first)) return none('statement');
  if (deadline !== null) return PLEDGE;
  if ((act.act === 'gesture' || act.act === 'refund') && (amount !== null || FREE.isIn(words, clause.start, clause.end))) return PLEDGE;
  if (isRefused(read)) return REFUSAL;
  return isDone(read) && isLast(read) ? { kind: 'done' } : none('no-act');
}

/** « le message automatique | dit | livraison demain » is told by somebody else; « le trafic ayant été rétabli », « l'avoir y figure » are no undertaking. */
function reportedAs(words: TurnWords, { start, end }: Clause): Verdict | null {
  for (let i = start + 1; i < end; i++) {
    if (INSIDE_VERBS.has(words.at(i))) return none('statement');
    if (words.at(i) === 'dit' && i + 1 < end && words.has(i - 1, WordFlag.nominal)) return none('quoted');
  }
  return null;
}

/** Participles, and pronouns that only a verb has, known or not: « l'avoir y figure ». */
const INSIDE_VERBS = new Set(['ayant', 'etant', 'y', 'se', "s'", 'ne', "n'"]);

/** « plus aucun prélèvement jusqu'à la reprise », « aucune relance d'ici là »: not to be charged from now on. */
function isSpared({ words, clause: { end }, deadline }: ReadClause, at: number): boolean {
  const isFromNow = words.says(at, 'plus aucun') || words.says(at, 'plus aucune') || (words.says(at, 'plus de') && SPARED.test(words.at(at + 2)));
  const noun = isFromNow ? at + 2 : /^(?:aucune?|zero)$/.test(words.at(at)) && (deadline !== null || /^(?:jusqu'|avant|pendant|d'ici)$/.test(words.at(at + 2))) ? at + 1 : 0;
  return noun > 0 && noun < end && SPARED.test(words.at(noun));
}

const SPARED = /^(?:prelevements?|relances?|coupures?|penalites?|echeances?|frais|majorations?|factures?|mensualites?|agios)$/;

/** « pas avant lundi », « impossible de livrer avant le 3 ». */
export const isRefusedVerbless = (words: TurnWords, clause: Clause): boolean =>
  impossibleFrom(words, clause) > 0 || (clause.group === null && /^(?:pas|aucun|aucune|ni|jamais|rien)$/.test(words.at(afterRegrets(words, clause))));

/** « malheureusement | plus de place ». */
export function afterRegrets(words: TurnWords, { start, end }: Pick<Clause, 'start' | 'end'>): number {
  let at = start;
  while (at < end - 1 && REGRETS.has(words.at(at))) at++;
  return at;
}

const REGRETS = new Set(['malheureusement', 'helas', 'navre', 'navree', 'desole', 'desolee', 'non', 'oui', 'la', 'par', 'contre']);

/** « ok | pour le report », « accord pour un échange », « feu vert pour le remboursement ». */
function isGranted({ words, clause: { start, sentence } }: ReadClause): boolean {
  if (words.at(start) !== 'pour') return AGREED.endAt(words, start, sentence.end) > 0;
  for (let back = 1; back <= 3; back++) {
    const end = start - back >= sentence.start ? AGREED_FIRST.endAt(words, start - back, start) : 0;
    if (end > 0 && end === start) return !/^(?:pas|plus|non)$/.test(words.at(start - back - 1));
  }
  return false;
}

/** « deux mois gratuits sur la location ». */
const FREE = new Phrases('mois gratuits|mois offerts|mois gratuit|mois offert|semaines gratuites|semaine gratuite|nuits offertes|nuit offerte|annee offerte|an offert');
/** « pas de souci pour l'échéancier ». */
const NO_TROUBLE = new Phrases(['souci', 'soucis', 'probleme', 'problemes', 'pb', 'inquietude'].map((trouble) => `pas de ${trouble} pour`).join('|'));
const AGREED_WORDS = ["ok", "d'accord", "d' accord", 'accord', 'oui', 'bon', 'feu vert', 'accord donne', 'c est ok', 'entendu', 'parfait', 'valide', 'favorable', 'avis favorable', 'accorde'];
const AGREED_FIRST = new Phrases(AGREED_WORDS.join('|'));
const AGREED = new Phrases(['feu vert', 'accord', 'avis favorable', 'accord donne', "d'accord", "d' accord", 'ok'].map((words) => `${words} pour`).join('|'));

/** « c'est un bon d'achat, pas un remboursement », « pas pour les pièces »: one thing set against another; « pas de remboursement » refuses. */
const isContrast = ({ words, clause }: ReadClause): boolean => words.at(clause.start) === 'pas' && !/^(?:d'|de|possible|question)$/.test(words.at(clause.start + 1));

/** « retour refusé », « échange impossible ». */
function isRefused({ words, clause }: ReadClause): boolean {
  for (let i = clause.start + 1; i < clause.end; i++) if (/^(?:refuse|rejete|decline|impossible)e?s?$/.test(words.at(i))) return !/^(?:pas|jamais|non)$/.test(words.at(i - 1));
  return false;
}

/** Nothing but signs after it. */
function isLast({ words, clause }: ReadClause): boolean {
  for (let i = clause.end; i < clause.tail; i++) if (!isPunctuation(words, i)) return false;
  return true;
}

/** « compte débloqué »: a participle after the noun; « le colis n'étant pas arrivé » tells the contrary. */
function isDone({ words, clause }: ReadClause): boolean {
  for (let i = clause.start; i < clause.end; i++) if (/^(?:pas|jamais|non|plus)$/.test(words.at(i))) return false;
  for (let i = clause.start + 1; i < clause.end; i++) if (words.has(i, WordFlag.pastParticiple) && !words.has(i, WordFlag.third | WordFlag.first)) return true;
  return false;
}
