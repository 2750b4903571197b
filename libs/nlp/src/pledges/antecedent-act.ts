import type { PledgeAct } from '#domain';
import type { Clause } from './clauses/clause.js';
import { isNewAlone } from './frame-act.js';
import { nounAct, nounsOf } from './noun-act.js';
import type { VerbGroup } from './verbs/verb-group.js';
import type { TurnWords } from './words/turn-words.js';

/** The first word of the sentence before that of the clause. */
export function previousStart(words: TurnWords, { sentence }: Clause): number {
  let low = 0;
  let high = words.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.sentences[middle]!.start >= sentence.start) high = middle;
    else low = middle + 1;
  }
  return words.sentences[low - 1]?.start ?? sentence.start;
}

/** The act of what a pronoun of the clause may stand for: named before it in its sentence, else in the sentence before. */
export const antecedentAct = (words: TurnWords, clause: Clause): PledgeAct | null =>
  nounAct(words, clause.sentence.start, clause.start) ?? nounAct(words, previousStart(words, clause), clause.sentence.start);

const THINGS: ReadonlySet<PledgeAct> = new Set(['send-document', 'gesture', 'refund', 'exchange']);
const CARRIERS = new Set(['livreur', 'facteur', 'coursier', 'transporteur', 'chauffeur']);
const MOVEMENT = new Set(['operation', 'mouvement', 'demarche']);

/** The act of what stands in a clause for something named before: « elle vous parviendra », « vous la recevrez », « je vous en renvoie une », « la nouvelle »; null: nothing does, or it tells no other act. */
export function standsFor(words: TurnWords, clause: Clause, group: VerbGroup, own: PledgeAct): PledgeAct | null {
  if (own === 'send-technician') return group.subject === 'il' && isCarriers(words, clause) ? 'deliver' : null;
  if (own === 'repair') return group.subject === 'noun' && hasAny(nounsOf(words, clause.start, group.start), MOVEMENT) ? (antecedentAct(words, clause) ?? 'other') : null;
  if (own !== 'deliver' && own !== 'exchange') return null;
  if (own === 'exchange' ? !hasNewAlone(words, clause, group) : !isPronominal(words, clause, group)) return null;
  // « si vous m'envoyez la photo je vous fais partir la nouvelle »: of the customer's sentence before, not of this one.
  const found = own === 'exchange' ? nounAct(words, previousStart(words, clause), clause.sentence.start) : antecedentAct(words, clause);
  if (found === null || !THINGS.has(found)) return null;
  return own === 'exchange' && found !== 'send-document' ? null : found;
}

function isPronominal(words: TurnWords, { start, end }: Clause, group: VerbGroup): boolean {
  if (nounAct(words, start, end, false) !== null) return false;
  if ((group.subject === 'il' || group.subject === 'ils') && start === group.start) return true;
  if (['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic)) && start === group.start) return true;
  return group.clitics.has('en') && /^(?:une?|deux|trois)$/.test(words.at(group.end));
}

function hasNewAlone(words: TurnWords, { end }: Clause, group: VerbGroup): boolean {
  for (let i = group.end; i < end; i++) if (isNewAlone(words, i, end)) return true;
  return false;
}

/** « le livreur s'est trompé d'immeuble. Il repasse demain » */
const isCarriers = (words: TurnWords, clause: Clause): boolean => hasAny(nounsOf(words, previousStart(words, clause), clause.start), CARRIERS);

function hasAny(nouns: ReadonlySet<string>, kind: ReadonlySet<string>): boolean {
  for (const noun of nouns) if (kind.has(noun)) return true;
  return false;
}
