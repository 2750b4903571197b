import type { PledgeActor } from '#domain';
import { foldWord } from '../../read/index.js';
import type { Clause } from '../clauses/clause.js';
import type { TurnWords } from '../words/turn-words.js';

/** Neither the company nor sent by it. Folded, singular. */
const THIRD_PARTIES = new Set(
  'transporteur livreur chauffeur expert banque vendeur proprietaire bailleur fournisseur fabricant constructeur assureur assurance mutuelle prestataire partenaire notaire huissier poste facteur chronopost colissimo ups dhl fedex gls dpd mondial syndic editeur organisme mairie caf cpam prefecture tresor operateur coursier sous-traitant avocat mediateur douane taxi ambulance ambulancier distributeur hopital laboratoire labo'.split(' '),
);

/** Who has to do what the clause says. */
export function actorOf(words: TurnWords, clause: Clause): PledgeActor {
  const { group, matrix, link } = clause;
  if (group === null) return 'company';
  if (group.subject === 'je') return 'agent';
  if (group.subject === 'qui' && words.at(group.start - 1) === 'moi') return 'agent';
  if (group.subject === 'nous' || group.subject === 'on' || group.subject === 'vous' || group.subject === 'tu') return 'company';
  const third = namesThirdParty(words, clause.start, group.isPassive ? clause.end : group.finite, group.isPassive);
  if (third) return 'third-party';
  // « le vendeur me confirme qu'il expédie lundi »: « il » is the one who says so.
  const speaker = link === 'complement' && (group.subject === 'il' || /^(?:leurs?|son|sa|ses)$/.test(words.at(clause.start))) && matrix?.group?.subject === 'noun' ? matrix : null;
  if (speaker?.group && namesThirdParty(words, speaker.start, speaker.group.finite, false)) return 'third-party';
  return isAgents(words, clause) ? 'agent' : 'company';
}

/** In the subject, or as « par le transporteur » in the passive. */
function namesThirdParty(words: TurnWords, start: number, end: number, isPassive: boolean): boolean {
  for (let i = start; i < end; i++) {
    if (isPassive && words.at(i - 1) !== 'par' && words.at(i - 2) !== 'par') continue;
    if (words.isAny(i, THIRD_PARTIES) || words.lemmas(i).some((lemma) => THIRD_PARTIES.has(foldWord(lemma)))) return words.at(i - 1) !== 'notre' && words.at(i - 1) !== 'nos';
  }
  return false;
}

/** « votre dossier sera en haut de ma pile ». */
function isAgents(words: TurnWords, clause: Clause): boolean {
  for (let i = clause.group!.end; i < clause.end; i++) if (/^(?:ma|mon|mes)$/.test(words.at(i)) && /^(?:pile|bureau|agenda|priorites?|cote)$/.test(words.at(i + 1))) return true;
  return words.says(clause.group!.end, 'par mes soins') || words.says(clause.group!.end, 'par moi');
}
