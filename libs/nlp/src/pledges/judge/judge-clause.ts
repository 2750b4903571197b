import { WordFlag } from '../../read/index.js';
import { GUESSING, OFFERING, RECEIVING, SAYING, TAKING_ON, WEIGHING } from '../lexicon/verb-classes.js';
import type { Clause } from '../clauses/clause.js';
import { hasVerb, isLedBy, isVerb, lemmasOf, type VerbGroup } from '../verbs/verb-group.js';
import { judgeCompany } from './judge-company.js';
import { judgeCustomer } from './judge-customer.js';
import { judgeThing } from './judge-thing.js';
import { judgeVerbless } from './judge-verbless.js';
import { DONE, none, PLEDGE, type ReadClause, REFUSAL, type Verdict } from './verdict.js';
import { impossibleFrom } from '../act-of.js';
import { tellsWait } from '../verbs/waiting.js';

/** What a clause is, taken by itself and with the clause that it completes; hedges, quotes and questions around it are judged before. */
export function judgeClause(read: ReadClause): Verdict {
  const { words, clause: { group, link, matrix } } = read;
  if (group === null) return judgeVerbless(read);
  if (link === 'si' || link === 'when') return none('condition');
  if (link === 'purpose' || link === 'relative') return none('no-act');
  if (link === 'complement' && matrix === null && isTold(words, read.clause.linkAt)) return none('quoted');
  const matrixVerdict = link === 'complement' && matrix?.group ? judgeMatrix(matrix, matrix.group) : null;
  if (matrixVerdict !== null) return matrixVerdict;
  if (tellsWait(group) && !group.isNegated) return read.deadline !== null && read.act.by !== null ? PLEDGE : none('customer-duty');
  if (group.tense === 'imperative') return none('customer-duty');
  if (group.isInverted) return none('question');
  if (group.tense === 'conditional') return none('hypothetical');
  if (group.tense === 'imperfect') return none('past');
  if (group.tense === 'present' && impossibleFrom(words, read.clause) > 0 && read.act.by !== null) return REFUSAL;
  if (isVerb(group, REFUSING) && (group.isPassive || (group.subject !== 'vous' && group.subject !== 'tu'))) return group.isNegated || read.act.by === null ? none('negated') : REFUSAL;
  if (group.tense === 'past' && words.says(group.end, 'du retard')) return none('past');
  // « le numéro n'a pas pu être conservé »
  if (group.tense === 'past' && group.isNegated && hasVerb(group, ABLE) && group.subject !== 'je' && group.subject !== 'nous' && group.subject !== 'on' && lemmasOf(group).some((lemma) => !ABLE.has(lemma)) && read.act.by !== null) return REFUSAL;
  if (group.tense === 'past' && isVerb(group, RESCHEDULING)) return none('past');
  if (group.tense === 'past') return group.isNegated || isCustomers(group) ? none('past') : DONE;
  switch (group.subject) {
    case 'je':
    case 'nous':
    case 'on':
      return judgeCompany(read, group);
    case 'qui':
      // « c'est moi qui la demande »
      return link === 'cleft' && read.act.by === 'verb' && /^(?:moi|nous)$/.test(words.at(group.start - 1)) ? judgeCompany(read, { ...group, subject: 'je' }) : judgeThing(read, group);
    case 'vous':
    case 'tu':
      return judgeCustomer(read, group);
    default:
      return judgeThing(read, group);
  }
}

/** « le message d'accueil dit | qu'on vous rappelle », where « dit » was read as no verb. */
const isTold = (words: ReadClause['words'], que: number): boolean => words.at(que - 1) === 'dit' && words.has(que - 2, WordFlag.nominal);

/** « vous avez signé »: the customer did it. */
const isCustomers = (group: VerbGroup): boolean => (group.subject === 'vous' || group.subject === 'tu') && !group.isPassive && !isVerb(group, RECEIVING);

/** « le remboursement a été refusé » is done, but against the customer. */
const REFUSING = { has: (lemma: string): boolean => lemma === 'refuser' || lemma === 'rejeter' || lemma === 'décliner' };
const ABLE = { has: (lemma: string): boolean => lemma === 'pouvoir' };
/** « la livraison a été reportée » does nothing yet. */
const RESCHEDULING = new Set(['reporter', 'décaler', 'repousser', 'retarder', 'différer', 'ajourner']);
const TAKING = { has: (lemma: string): boolean => TAKING_ON.has(lemma) };

/** What « … que » before a clause makes of it; null: nothing, it is as firm as by itself. */
function judgeMatrix(matrix: Clause, group: VerbGroup): Verdict | null {
  const own = matrix.link === 'complement' && matrix.matrix?.group ? judgeMatrix(matrix.matrix, matrix.matrix.group) : null;
  if (own !== null) return own;
  if (group.isNegated) return none('negated');
  if (isLedBy(group, WEIGHING)) return none('hypothetical');
  if (isLedBy(group, { has: (lemma) => lemma === 'falloir' })) return none('customer-duty');
  const speaks = group.subject === 'je' || group.subject === 'nous' || group.subject === 'on' || group.subject === 'none' || group.subject === 'ce';
  if (group.tense === 'past' || group.tense === 'imperfect' || group.tense === 'conditional') return none(isVerb(group, SAYING) ? 'quoted' : 'past');
  if (isLedBy(group, GUESSING) && !lemmasOf(group).some((lemma) => lemma === 'confirmer' || lemma === 'assurer' || lemma === 'garantir' || lemma === 'promettre')) return none(group.subject === 'vous' ? 'offer' : 'hedged');
  if (isVerb(group, OFFERING)) return none('offer');
  if (group.subject === 'vous' || group.subject === 'tu') return group.tense === 'imperative' ? null : none('quoted');
  if (speaks || isVerb(group, TAKING)) return null;
  // « le vendeur me confirme qu'il expédie lundi » passes a promise on; « il dit qu'il expédie lundi » reports it.
  const passesOn = group.clitics.has('me') || group.clitics.has("m'") || group.clitics.has('nous');
  return isVerb(group, SAYING) && !passesOn ? none('quoted') : null;
}
