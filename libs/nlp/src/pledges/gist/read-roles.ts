import type { Clause } from '../clauses/clause.js';
import { DETERMINERS } from '../clauses/noun-phrase.js';
import { VALUES } from '../lexicon/kinds-of-values.js';
import { lemmasOf } from '../verbs/verb-group.js';
import type { TurnWords } from '../words/turn-words.js';

const PAYING = new Set(['payer', 'régler', 'financer', 'rembourser', 'prendre']);

/**
 * Who pays or does it: « à votre charge », « c'est le propriétaire qui paie », « l'entretien revient au locataire », « on prend en charge ».
 * @param isNamed a word that names one stands in the clause
 */
export function readRoles(words: TurnWords, clause: Clause, isNamed: boolean, tells: Set<string>): void {
  const { group, front, tail } = clause;
  for (let i = isNamed ? front : tail; i < tail; i++) {
    const word = words.at(i);
    if (word === 'charge' || word === 'frais') {
      const owner = words.at(i - 1);
      if (words.at(i - 2) === 'a') {
        if (/^(?:votre|vos|ta|tes)$/.test(owner)) tells.add(group?.isNegated === true ? 'pays:company' : 'pays:client');
        else if (/^(?:notre|nos)$/.test(owner)) tells.add(group?.isNegated === true ? 'pays:client' : 'pays:company');
        else if ((owner === 'la' || owner === 'les') && /^(?:du|de|des|d')$/.test(words.at(i + 1))) addRole(words, i + 2, 'pays', tells);
      }
    } else if (/^(?:revient|incombe|appartient|reviennent|incombent)$/.test(word) && /^(?:a|au|aux)$/.test(words.at(i + 1))) addRole(words, i + 2, 'by', tells);
    else if (/^(?:revient|incombe|appartient)$/.test(word) && words.at(i - 1) === 'vous') tells.add('by:client');
    else if (word === 'par' && group?.isPassive) addRole(words, i + 1, 'by', tells);
    else if (word === 'a' && /^(?:vous|toi)$/.test(words.at(i + 1)) && /^(?:de|d')$/.test(words.at(i + 2))) tells.add('by:client');
  }
  if (group === null) return;
  const isPaying = lemmasOf(group).some((lemma) => PAYING.has(lemma)) && (!lemmasOf(group).includes('prendre') || words.says(group.end, 'en charge'));
  const slot = isPaying ? 'pays' : 'by';
  // « c'est le propriétaire | qui paie », « la mutuelle | prend en charge »
  if (group.subject === 'qui' || group.subject === 'noun') for (let i = Math.max(group.subject === 'qui' ? clause.sentence.start : front, group.start - 3); i < group.start; i++) addRole(words, i, slot, tells, group.subject === 'noun');
  if (group.subject === 'qui' && /^(?:nous|moi|vous|toi)$/.test(words.at(group.start - 1))) tells.add(`${slot}:${/^(?:nous|moi)$/.test(words.at(group.start - 1)) ? 'company' : 'client'}`);
  if ((group.subject === 'on' || group.subject === 'nous') && !group.isNegated && lemmasOf(group).includes('prendre') && inCharge(words, group.end, tail)) tells.add('pays:company');
  if (group.tense === 'imperative' || words.says(group.end, 'vous-meme')) tells.add('by:client');
  // « c'est au bailleur »
  if (group.subject === 'ce' && /^(?:au|aux|a)$/.test(words.at(group.end))) addRole(words, group.end + 1, 'by', tells);
  if (group.subject === 'vous' && group.verbs.length > 1 && group.verbs[0]!.includes('devoir') && !group.isNegated) tells.add(`${slot}:client`);
}

function inCharge(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) if (words.at(i) === 'en' && words.at(i + 1) === 'charge') return true;
  return false;
}

function addRole(words: TurnWords, at: number, slot: string, tells: Set<string>, isSubject = true): void {
  let i = at;
  while (i < at + 3 && DETERMINERS.has(words.at(i))) i++;
  if (isSubject && !DETERMINERS.has(words.at(i - 1)) && !/^(?:du|de|au|a|par)$/.test(words.at(i - 1))) return;
  const word = words.at(i);
  const role = VALUES.role.get(word) ?? VALUES.role.get(word.replace(/s$/, ''));
  if (role !== undefined) tells.add(`${slot}:${role}`);
}
