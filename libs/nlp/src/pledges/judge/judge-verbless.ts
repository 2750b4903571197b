import { WordFlag } from '../../read/index.js';
import { isPunctuation } from '../clauses/boundaries.js';
import { isDated, none, PLEDGE, type ReadClause, REFUSAL, type Verdict } from './verdict.js';

const NOT_FIRST = new Set('pour dans sans sous avec sur apres avant depuis selon pendant des de du d\' a au aux en par que qui ou y soit hors sauf plus moins malgre chez comme suite si quand lorsque car donc puisque comme dont merci bien bonne bon cordialement'.split(' '));

/** « réponse mardi », « rappel programmé demain 14 h », « 15 € de geste commercial »: a noun that names the act, with its date or amount. */
export function judgeVerbless(read: ReadClause): Verdict {
  const { words, clause, act, amount, deadline } = read;
  const first = words.at(clause.start);
  if (/^(?:pas|aucun|aucune|ni|jamais)$/.test(first)) return act.by === null || isContrast(read) ? none('negated') : REFUSAL;
  if (NOT_FIRST.has(first)) return none('no-act');
  if (act.by === null) return none('no-act');
  if (/^(?:les|nos|toute?|tous|toutes|chaque|des)$/.test(first) || first.endsWith('s') && !isDated(read) && words.kind(clause.start) === 'word' && !/^(?:vos|colis)$/.test(first)) return none('statement');
  if (deadline !== null) return PLEDGE;
  if ((act.act === 'gesture' || act.act === 'refund') && amount !== null) return PLEDGE;
  if (isRefused(read)) return REFUSAL;
  return isDone(read) && isLast(read) ? { kind: 'done' } : none('no-act');
}

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
