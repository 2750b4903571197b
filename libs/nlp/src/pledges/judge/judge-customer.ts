import { HARMFUL, RECEIVING } from '../lexicon/verb-classes.js';
import { Phrases } from '../clauses/phrases.js';
import { COSTS } from '../lexicon/reserve-phrases.js';
import { isLedBy, isVerb, type VerbGroup } from '../verbs/verb-group.js';
import { none, PLEDGE, type ReadClause, REFUSAL, type Verdict } from './verdict.js';

const GETS_NOTHING_TO_PAY = /^(?:payer|regler|debourser|avancer|rembourser)$/;
/** « vous serez invité à signer », « vous serez tenu de payer », « vous serez facturé »: not what the company does for the customer. */
const PUT_TO = new Set(
  'inviter amener obliger contraindre prier facturer prélever débiter exclure radier relancer poursuivre pénaliser engager convoquer autoriser habiliter responsabiliser considérer situer supposer limiter ravir satisfaire intéresser concerner présumer étonner surprendre convaincre absenter'.split(' '),
);

/** « vous », « tu »: what the customer gets binds, what the customer does is a duty. */
export function judgeCustomer(read: ReadClause, group: VerbGroup): Verdict {
  const { words, clause, deadline, act } = read;
  if (group.isNegated) return judgeDenied(read, group);
  const isComing = group.tense === 'future';
  if (group.isPassive) {
    const isDuty = isVerb(group, PUT_TO) || (isVerb(group, { has: (lemma) => lemma === 'tenir' }) && /^d(?:e|')$/.test(words.at(group.end)));
    if (isDuty) return none('customer-duty');
    return isComing || deadline !== null || act.act === 'refund' ? PLEDGE : none('statement');
  }
  if (isLedBy(group, { has: (lemma) => lemma === 'pouvoir' || lemma === 'devoir' || lemma === 'vouloir' || lemma === 'souhaiter' || lemma === 'préférer' })) return none('customer-duty');
  if (!isVerb(group, RECEIVING) && !(deadline !== null && isComing && isVerb(group, { has: (lemma) => lemma === 'trouver' }))) return none('customer-duty');
  const owes = /^(?:a|besoin|raison|tort|interet|beau)$/.test(words.at(group.end)) && !words.says(group.end, 'a nouveau');
  if (owes && clause.end - group.end > 1) return none('customer-duty');
  return isComing || deadline !== null || isGiven(read, group) ? PLEDGE : none('statement');
}

/** « vous avez un mois offert », « vous récupérez la totalité de la caution », « vous bénéficiez de 20 gigas supplémentaires ». */
function isGiven({ words, clause, act, amount }: ReadClause, group: VerbGroup): boolean {
  if (group.tense !== 'present' || group.verbs.length > 1) return false;
  if (GIFT.isIn(words, group.end, clause.end)) return isVerb(group, { has: (lemma) => lemma === 'avoir' || lemma === 'bénéficier' || lemma === 'profiter' });
  if (isVerb(group, { has: (lemma) => lemma === 'garder' || lemma === 'conserver' })) return /^(?:votre|vos|ton|ta|tes)$/.test(words.at(group.end));
  if (act.by !== 'noun' || (act.act !== 'refund' && act.act !== 'gesture')) return false;
  return isVerb(group, { has: (lemma) => lemma === 'récupérer' || lemma === 'toucher' }) || (amount !== null && isVerb(group, { has: (lemma) => lemma === 'avoir' || lemma === 'bénéficier' || lemma === 'recevoir' }));
}

const GIFT = new Phrases('offert|offerte|offerts|offertes|en cadeau|supplementaires|supplementaire|en plus');

/** « vous ne paierez rien en avril », « vous n'aurez rien à régler » bind; « vous ne serez pas remboursé » refuses. */
function judgeDenied({ words, clause, act }: ReadClause, group: VerbGroup): Verdict {
  if (isLedBy(group, { has: (lemma) => lemma === 'pouvoir' || lemma === 'devoir' })) return none('negated');
  for (let i = group.end; i < clause.end; i++) if (GETS_NOTHING_TO_PAY.test(words.at(i)) && /^(?:a|de|d')$/.test(words.at(i - 1))) return group.tense === 'future' || group.tense === 'present' ? PLEDGE : none('negated');
  if (group.tense === 'future' && isVerb(group, { has: (lemma) => lemma === 'avoir' }) && COSTS.isIn(words, group.end, clause.end)) return PLEDGE;
  if (isVerb(group, HARMFUL)) return group.tense === 'future' || group.isPassive ? PLEDGE : none('negated');
  return act.by === null ? none('negated') : REFUSAL;
}
