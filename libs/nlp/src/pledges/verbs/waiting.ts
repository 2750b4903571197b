import type { Clause } from '../clauses/clause.js';
import { isLedBy, isVerb, type VerbGroup } from './verb-group.js';

const TO_WAIT = new Set(['compter', 'patienter', 'attendre', 'prévoir']);
const TO_LAST = new Set(['prendre', 'durer', 'demander', 'nécessiter']);
const MUST = { has: (lemma: string): boolean => lemma === 'falloir' || lemma === 'devoir' };

/** « il faut compter dix jours », « comptez une semaine », « ça prendra trois semaines »: when it will be done, told by how long the customer waits. */
export const tellsWait = (group: VerbGroup): boolean =>
  (isVerb(group, TO_WAIT) && (group.tense === 'imperative' || (group.verbs.length > 1 && isLedBy(group, MUST)))) || (group.subject === 'ce' && group.verbs.length === 1 && isVerb(group, TO_LAST));

/** What is waited for may be said on either side of it: « comptez une semaine | pour la livraison ». A range of words. */
export const waitedFor = ({ front, tail }: Clause): { readonly start: number; readonly end: number } => ({ start: front, end: tail });
