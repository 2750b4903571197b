import { EFFORT, HANDLING, HARMFUL, OFFERING, PERFORMATIVE, STATIVE, TAKING_ON } from '../lexicon/verb-classes.js';
import { AS_PROMISED, HANDLED, UNABLE } from '../lexicon/reserve-phrases.js';
import { hasVerb, isLedBy, isVerb, lemmasOf, type VerbGroup } from '../verbs/verb-group.js';
import { Phrases } from '../clauses/phrases.js';
import { topicsOf } from '../topics.js';
import type { TurnWords } from '../words/turn-words.js';
import { type Verdict, DONE, isDated, none, PLEDGE, type ReadClause, REFUSAL } from './verdict.js';

const TOWARDS = ['vous', 'te', "t'", 'lui', 'leur'];
const NEVER_MISSING = { has: (lemma: string): boolean => lemma === 'manquer' || lemma === 'oublier' };
/** « je vous dis que »: the talk itself, unless it has a date. */
const SPEAKING = new Set(['dire', 'redire', 'expliquer']);
/** « je récapitule : livraison demain »: what it sums up has a clause of its own. */
const SUMMING_UP = new Set(['récapituler', 'résumer']);
/** « je vous promets un geste ». */
const VOWING = new Set(['promettre', 'garantir', 'assurer']);
/** « nous fermons à 18 h ». */
const HOURS = new Set(['ouvrir', 'fermer', 'rouvrir', 'déménager', 'changer']);
const MUST = { has: (lemma: string): boolean => lemma === 'devoir' || lemma === 'falloir' };
/** « je reviens vers vous au sujet de », « je vous écris concernant »: why one gets in touch now. */
const GETTING_IN_TOUCH = new Set(['revenir', 'écrire', 'contacter', 'recontacter', 'appeler', 'rappeler', 'répondre', 'adresser', 'envoyer', 'permettre', 'faire', 'tenir', 'transmettre']);

/** « je », « nous », « on ». */
export function judgeCompany(read: ReadClause, group: VerbGroup): Verdict {
  if (group.isNegated) return judgeDenied(read, group);
  if (hasVerb(group, EFFORT)) return none('hedged');
  if ((group.verbs.length > 1 && isLedBy(group, OFFERING)) || isVerb(group, { has: (lemma) => lemma === 'proposer' || lemma === 'suggérer' })) return none('offer');
  if (group.verbs.length > 1 && isLedBy(group, MUST)) return none('hedged');
  return group.tense === 'future' ? judgeFuture(read, group) : judgePresent(read, group);
}

/** « vous ne serez pas facturé » binds, « nous ne remboursons pas » refuses, « je ne manquerai pas de » binds. */
function judgeDenied(read: ReadClause, group: VerbGroup): Verdict {
  if (isLedBy(group, NEVER_MISSING) && group.verbs.length > 1) return PLEDGE;
  if (UNABLE.endAt(read.words, group.end, read.words.length) > 0) return read.act.by === null ? none('negated') : REFUSAL;
  if (isLedBy(group, OFFERING) || isLedBy(group, MUST) || isLedBy(group, EFFORT)) return read.act.by === null && !deniesThing(group) ? none('negated') : REFUSAL;
  if (isVerb(group, { has: (lemma) => lemma === 'laisser' }) && /^(?:comme|ainsi)$/.test(read.words.at(group.end))) return none('politeness');
  if (isVerb(group, HARMFUL) && !isVerb(group, { has: (lemma) => lemma === 'demander' || lemma === 'régler' })) return PLEDGE;
  if (isVerb(group, STATIVE)) return lacksThing(read, group) ? REFUSAL : none('negated');
  return read.act.by !== null || (isVerb(group, DOING) && hasObject(read, group)) ? REFUSAL : none('negated');
}

/** « on n'a pas d'appareil de prêt pour cette gamme »; « je n'ai pas de nouvelles » refuses nothing. */
function lacksThing({ words, clause }: ReadClause, group: VerbGroup): boolean {
  if (!isVerb(group, { has: (lemma) => lemma === 'avoir' })) return false;
  const at = [group.end, group.end + 1].find((i) => /^(?:pas|plus|aucun|aucune)$/.test(words.at(i - 1)) && /^(?:de|d')$/.test(words.at(i)));
  return at !== undefined && topicsOf(words, { start: at, end: clause.end }, []).some((topic) => !UNKNOWN.has(topic));
}

const UNKNOWN = new Set('nouvelle information info reponse retour trace visibilite souci probleme precision detail acces date idee choix solution doute explication dossier'.split(' '));

/** « on fait pas le paiement en trois fois », « nous n'acceptons pas les chèques »: the thing is refused, whatever the act is. */
const DOING = new Set(['faire', 'accepter', 'prendre', 'reprendre', 'proposer', 'pratiquer', 'assurer', 'mettre', 'autoriser', 'accorder', 'offrir', 'donner', 'prévoir']);
const hasObject = ({ words, clause }: ReadClause, group: VerbGroup): boolean => topicsOf(words, { start: group.end, end: clause.end }, []).length > 0 && !/^(?:d'|de)$/.test(words.at(clause.end));

/** « le prélèvement, on peut pas le bloquer »; « je ne peux pas vous le promettre » refuses nothing. */
const deniesThing = (group: VerbGroup): boolean => group.verbs.length > 1 && ['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic)) && !isVerb(group, SAID_OR_KNOWN);
const SAID_OR_KNOWN = new Set('dire promettre garantir savoir voir faire assurer confirmer affirmer deviner expliquer préciser prévoir certifier trouver joindre être avoir'.split(' '));

function judgeFuture(read: ReadClause, group: VerbGroup): Verdict {
  if (group.isPassive) return none('politeness');
  if (isVerb(group, { has: (lemma) => lemma === 'être' })) return read.deadline !== null ? PLEDGE : none('politeness');
  if (isVerb(group, HARMFUL) && isPenalty(group)) return none('statement');
  if (lemmasOf(group).every((lemma) => STATIVE.has(lemma)) && read.act.by !== 'noun') return none('politeness');
  return isVerb(group, { has: (lemma) => lemma === 'voir' || lemma === 'regarder' }) && read.deadline === null ? none('hedged') : PLEDGE;
}

const isPenalty = (group: VerbGroup): boolean => lemmasOf(group).some((lemma) => lemma === 'facturer' || lemma === 'prélever' || lemma === 'débiter' || lemma === 'majorer' || lemma === 'refacturer');

function judgePresent(read: ReadClause, group: VerbGroup): Verdict {
  const { words, clause, deadline, act } = read;
  if (isSeeing(read, group)) return none('handling');
  const towards = TOWARDS.some((clitic) => group.clitics.has(clitic)) || isTowardsWithin(words, group);
  if (deadline === null && isVerb(group, GETTING_IN_TOUCH) && AS_PROMISED.find(words, group.end, Math.min(clause.tail, group.end + 7)) >= 0) {
    const isAsPromised = AS_PROMISED.endAt(words, group.end, clause.tail) > 0 && /^comme$/.test(words.at(group.end));
    // « je vous appelle au sujet de votre colis »: the contact itself.
    return isAsPromised || ((towards || isLedBy(group, PERMITTING)) && act.by === 'verb' && CONTACTS.has(act.act)) || isComingBack(group) ? DONE : none('handling');
  }
  if (deadline === null && isVerb(group, { has: (lemma) => lemma === 'rappeler' }) && REMINDED.has(words.at(group.end))) return none('handling');
  if (isVerb(group, TAKING_ON) && ['me', "m'", 'nous', "s'", 'se'].some((clitic) => group.clitics.has(clitic))) return PLEDGE;
  if (isVerb(group, { has: (lemma) => lemma === 'joindre' }) && act.act === 'send-document') return { kind: 'doing' };
  if (isVerb(group, PERFORMATIVE) && act.by === 'verb' && act.act === 'reply' && WRITTEN.isIn(words, group.end, clause.end)) return PLEDGE;
  if (isVerb(group, PERFORMATIVE)) return (deadline !== null || isVerb(group, VOWING)) && act.by === 'noun' ? PLEDGE : none('handling');
  if (isVerb(group, HARMFUL) && isPenalty(group)) return none('statement');
  if (isVerb(group, { has: (lemma) => lemma === 'toucher' || lemma === 'percevoir' || lemma === 'encaisser' })) return none('statement');
  if (isVerb(group, HANDLING) && act.by !== 'verb' && deadline === null) return none('handling');
  if (deadline === null && isVerb(group, NOTING) && NOTED.isIn(words, group.end, clause.end)) return none('handling');
  if (deadline === null && group.subject === 'je' && (act.by === null || act.act === 'check') && WHILE_WAITING.isIn(words, Math.max(clause.sentence.start, clause.start - WAITING_REACH), clause.start)) return none('handling');
  if (deadline === null && words.at(group.end) === 'toujours') return none('statement');
  if (isVerb(group, SUMMING_UP)) return none('handling');
  if (isVerb(group, SPEAKING) && deadline === null) return none('handling');
  if (group.isPassive) return none('politeness');
  if (isLedBy(group, STATIVE) && group.verbs.length > 1) return none('politeness');
  if (isVerb(group, STATIVE) && group.verbs.length === 1 && !isFinding(words, group, towards) && !(deadline !== null && isVerb(group, { has: (lemma) => lemma === 'avoir' }))) return none('politeness');
  if (isHandling(words, group)) return none('handling');
  if (group.clitics.has('vous') && isVerb(group, { has: (lemma) => lemma === 'demander' })) return none('customer-duty');
  if (deadline === null && isLooking(read, group)) return none('handling');
  if (isVerb(group, HOURS) && !/^(?:tout|toute|tous|toutes|votre|vos|ton|ta|tes|le|la|les|l'|un|une|ce|cette)$/.test(words.at(group.end)) && !towards) return none('statement');
  const isOpen = act.by === null && !towards && !hasOwn(read) && !['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic));
  if (deadline !== null) return isRule(read, group, towards) || (isOpen && group.subject !== 'je') ? none('statement') : PLEDGE;
  return isOpen ? none('no-act') : PLEDGE;
}

/** « on vous trouve quelqu'un », « je vous trouve une place ». */
const isFinding = (words: TurnWords, group: VerbGroup, isTowards: boolean): boolean => isTowards && isVerb(group, { has: (lemma) => lemma === 'trouver' }) && /^(?:quelqu'un|quelqu'|qqn|une?|le|la|l'|les|des|ca|d'autres|deux|trois)$/.test(words.at(group.end));

/** « nous nous engageons à vous rembourser »: the pronoun stands before the infinitive. */
function isTowardsWithin(words: TurnWords, group: VerbGroup): boolean {
  for (let i = group.finite + 1; i < group.main; i++) if (TOWARDS.includes(words.at(i))) return true;
  return false;
}

/** « je me permets de vous appeler ». */
const PERMITTING = { has: (lemma: string): boolean => lemma === 'permettre' };
const CONTACTS: ReadonlySet<string> = new Set(['call-back', 'reply']);
/** « je reviens vers vous concernant votre dossier ». */
const isComingBack = (group: VerbGroup): boolean => isVerb(group, { has: (lemma) => lemma === 'revenir' });

/** « je le mets dans le dossier », « je prends votre date de naissance »: written down while the customer is there. */
const NOTING = new Set(['mettre', 'noter', 'écrire', 'ajouter', 'marquer', 'inscrire', 'saisir', 'prendre', 'rentrer', 'enregistrer']);
const NOTED = new Phrases(
  'dans le dossier|dans votre dossier|au dossier|sur le dossier|dans la fiche|sur la fiche|dans votre fiche|sur votre fiche|en commentaire|dans les commentaires|en note|dans le systeme|dans mes notes|dans l\' historique|votre date de naissance|vos coordonnees|votre numero|votre nom|votre adresse|vos references|votre reference|vos disponibilites|votre mail|votre email|votre appel',
);
/** « attendez | je demande au régulateur »: now. */
const WHILE_WAITING = new Phrases('attendez|attends|un instant|une seconde|deux secondes|deux minutes|une minute|un moment|patientez|ne quittez pas|quittez pas|restez en ligne|deux petites secondes|une petite seconde');
/** Words. */
const WAITING_REACH = 5;

/** « nous vous rappelons | les modalités »: a reminder, no call. */
const REMINDED = new Set(['les', 'la', 'le', "l'", 'nos', 'notre', 'votre', 'vos', 'ces', 'cette']);

/** « je vois deux paiements, à 17 h 52 », « je constate »: what is in front of the agent; « je vois ça demain », « je vois avec eux » are to come. */
function isSeeing({ words, act, deadline }: ReadClause, group: VerbGroup): boolean {
  if (!isVerb(group, { has: (lemma) => lemma === 'voir' || lemma === 'constater' || lemma === 'remarquer' })) return false;
  return !(act.by === 'verb' || (deadline !== null && ['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic))) || /^(?:ca|cela|tout)$/.test(words.at(group.end)));
}

/** « je vous confirme ça par texto »: to come, unlike the talk. */
const WRITTEN = new Phrases('par texto|par sms|par mail|par ecrit|par courrier|par e-mail|par email');

/** « je vérifie », « je vous passe un collègue »: now, while the customer waits; not « je vérifie auprès du dépôt ». */
function isLooking({ words, clause, act }: ReadClause, group: VerbGroup): boolean {
  if (isVerb(group, { has: (lemma) => lemma === 'passer' })) return act.act === 'send-technician';
  if (!isVerb(group, { has: (lemma) => lemma === 'vérifier' || lemma === 'contrôler' || lemma === 'revérifier' })) return false;
  for (let i = group.end; i < clause.end; i++) if (/^(?:aupres|avec|chez|dans)$/.test(words.at(i))) return false;
  return true;
}

/** « je vous mets en relation », « on change d'heure », « je vous donne ma parole ». */
const isHandling = (words: TurnWords, group: VerbGroup): boolean => HANDLED.endAt(words, group.end, words.length) > 0;

/** « nous livrons sous 48 h »: nobody's parcel in particular. */
function isRule(read: ReadClause, group: VerbGroup, towards: boolean): boolean {
  if (group.subject === 'je' || towards || isDated(read)) return false;
  return !['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic)) && read.amount === null && !hasOwn(read);
}

/** « votre », « ce », « cette », « la »: one thing, told apart. */
function hasOwn({ words, clause }: ReadClause): boolean {
  for (let i = clause.group!.end; i < clause.end; i++) if (/^(?:votre|vos|ton|ta|tes|son|sa|ses|cet|cette|ces|l'|la|le)$/.test(words.at(i))) return true;
  return false;
}
