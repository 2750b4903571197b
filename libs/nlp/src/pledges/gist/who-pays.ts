import { Phrases } from '../clauses/phrases.js';
import type { Clause } from '../clauses/clause.js';
import { COMPANY_PAYS, CUSTOMER_PAYS } from '../lexicon/who-pays.js';
import { lemmasOf } from '../verbs/verb-group.js';
import type { TurnWords } from '../words/turn-words.js';

const CUSTOMER = new Phrases(CUSTOMER_PAYS);
const COMPANY = new Phrases(COMPANY_PAYS);
const IN_CHARGE = new Phrases('en charge');

/** The end of a phrase of who pays that begins at word `i`, or 0: « pour notre pomme » names no apple. */
export const whoPaysEnd = (words: TurnWords, i: number, to: number): number => Math.max(CUSTOMER.endAt(words, i, to), COMPANY.endAt(words, i, to));

/** « ça sortira de votre poche », « c'est pour notre pomme », « les frais sont pris en charge »: who pays, without a word like « charge » or « frais » with an owner. */
export function readWhoPays(words: TurnWords, { group, front, tail }: Clause, tells: Set<string>): void {
  const isDenied = group?.isNegated === true;
  if (CUSTOMER.isIn(words, front, tail)) tells.add(isDenied ? 'pays:company' : 'pays:client');
  if (COMPANY.isIn(words, front, tail)) tells.add(isDenied ? 'pays:client' : 'pays:company');
  // « vous serez pris en charge à l'accueil » is no money; a share leaves the rest.
  if (group === null || !group.isPassive || group.subject === 'vous' || group.subject === 'je' || group.subject === 'tu' || !lemmasOf(group).includes('prendre') || !IN_CHARGE.isIn(words, group.end, tail)) return;
  let isByWhom = false;
  for (let i = group.end; i < tail; i++) isByWhom ||= words.at(i) === 'par';
  for (const told of tells) {
    if (told.startsWith('%') || told.startsWith('pays:')) return;
    if (!told.startsWith('by:') || isDenied) continue;
    tells.add(`pays:${told.slice('by:'.length)}`);
    return;
  }
  if (isByWhom) return;
  tells.add(isDenied ? 'pays:client' : 'pays:company');
}
