import type { PledgeAct } from '#domain';
import { ACTIONS } from './lexicon/act-nouns.js';
import type { VerbGroup } from './verbs/verb-group.js';

const TOWARDS = ['vous', 'te', "t'", '-vous', 'me', 'nous'];
const BY_PHONE = new Set(['appeler', 'rappeler', 'contacter', 'recontacter', 'joindre', 'téléphoner', 'écrire', 'rapprocher', 'prévenir', 'alerter', 'signaler']);
const RECORDS = new Set(['adresse', 'coordonnees', 'coordonnee', 'nom', 'rib', 'mail', 'telephone', 'numero', 'date', 'orthographe', 'titulaire', 'mode', 'forfait', 'mensualite', 'prenom', 'iban', 'dossier', 'fiche', 'tarif', 'creneau', 'horaire', 'offre', 'formule']);
const REMOVING = new Set(['supprimer', 'effacer', 'retirer', 'enlever', 'lever', 'ôter']);
const BINDING = new Set(
  'contrat abonnement commande frais option reservation penalite prelevement assurance forfait ligne service euro € facture echeance majoration relance cheque abo mandat amende'.split(' '),
);
const MONEY = new Set(['euro', '€', 'caution', 'depot', 'somme', 'difference', 'trop-percu', 'argent', 'acompte', 'arrhes', 'ecart', 'montant', 'balle', 'frais']);
const DOCUMENTS = new Set(['facture', 'contrat', 'devis', 'document', 'attestation', 'releve', 'avenant', 'billet', 'echeancier', 'planning', 'calcul', 'bordereau', 'decompte', 'bail']);
const CARRIERS = new Set(['livreur', 'facteur', 'coursier', 'transporteur', 'chauffeur']);
/** Somebody comes to the customer's. */
const CALLS = new Set(['domicile', 'technicien', 'technicienne', 'plombier', 'serrurier', 'electricien', 'artisan', 'chez', 'depanneur']);
const THINGS = new Set(['cle', 'badge', 'carte', 'dossier', 'document', 'vehicule', 'voiture', 'telephone', 'appareil', 'objet', 'bagage', 'passeport', 'papier', 'materiel', 'bijou', 'montre', 'vetement']);
const PROLONGED = new Set(['garantie', 'abonnement', 'essai', 'offre', 'validite']);
const WORKERS = new Set(['mecanicien', 'technicien', 'technicienne', 'plombier', 'electricien', 'chauffagiste', 'menuisier', 'serrurier', 'artisan', 'reparateur', 'monteur', 'depanneur', 'atelier']);
const PARCELS = new Set(['colis', 'paquet', 'commande', 'courrier', 'bagage', 'valise']);
const OWED = new Set(['difference', 'trop-percu', 'percu', 'remboursement', 'ecart', 'excedent', 'caution']);
const ACCESS = new Set(['mot', 'passe', 'mdp', 'code', 'acces', 'identifiant', 'identifiants', 'compte']);
/** « votre contrat se termine fin décembre ». */
const ENDING = new Set(['terminer', 'expirer', 'achever', 'finir']);
/** Every verb that is looked at here. */
const SPECIAL = new Set([...ENDING, ...BY_PHONE, ...REMOVING, ...'arrêter trouver réinitialiser régler reconduire savoir intervenir restituer fixer passer venir présenter renseigner prendre suivre ouvrir joindre transmettre changer modifier rendre créditer refaire prolonger revenir recevoir récupérer toucher'.split(' ')]);
const COMPANY = new Set<VerbGroup['subject']>(['je', 'nous', 'on']);

/** Verbs whose act depends on whom or what they are about; undefined: this is none, or it is told otherwise. */
export function specialAct(lemma: string, group: VerbGroup, nounsOf: () => ReadonlySet<string>, isCaused: boolean): PledgeAct | undefined {
  if (!SPECIAL.has(lemma)) return undefined;
  const nouns = nounsOf();
  const has = (set: ReadonlySet<string>): boolean => [...nouns].some((one) => set.has(one));
  const isTowards = TOWARDS.some((clitic) => group.clitics.has(clitic)) || group.subject === 'vous' || group.subject === 'tu' || group.isPassive;
  if (isCaused && lemma === 'savoir') return 'reply';
  if ((lemma === 'passer' || lemma === 'venir' || lemma === 'présenter') && has(CARRIERS)) return 'deliver';
  if (lemma === 'renseigner' && ["m'", 'me', 'nous', "s'", 'se'].some((clitic) => group.clitics.has(clitic)) && COMPANY.has(group.subject)) return 'check';
  const isReflexive = group.clitics.has("s'") || group.clitics.has('se');
  if (lemma === 'arrêter') return isReflexive && group.subject !== 'ce' ? (has(BINDING) ? 'cancel' : 'other') : undefined;
  if (lemma === 'reconduire') return group.isNegated ? 'cancel' : 'other';
  if (lemma === 'régler') return group.subject === 'noun' && !group.isPassive && has(WORKERS) ? 'repair' : undefined;
  if (lemma === 'réinitialiser') return has(ACCESS) ? 'other' : undefined;
  // « on vous trouve quelqu'un », « le jury vous recevra », « le taxi vous prend à 7 h »
  const isReceiver = ['vous', 'te', "t'"].some((clitic) => group.clitics.has(clitic)) && group.subject !== 'vous' && group.subject !== 'tu';
  if (lemma === 'trouver') return isReceiver ? 'other' : undefined;
  if (isReceiver && !isCaused && (lemma === 'recevoir' || (lemma === 'prendre' && !nouns.has('contact') && !hasAction(nouns)))) return 'other';
  if (ENDING.has(lemma)) return group.subject === 'noun' && has(BINDING) ? 'cancel' : undefined;
  if (lemma === 'prendre' && nouns.has('charge')) return 'other';
  if (lemma === 'suivre' && !isCaused) return 'other';
  if (lemma === 'récupérer' && COMPANY.has(group.subject)) return 'other';
  if (lemma === 'intervenir' && group.subject === 'noun' && !has(CALLS)) return hasAction(nouns) ? undefined : 'repair';
  if (isCaused && (lemma === 'suivre' || lemma === 'passer') && !isTowards) return has(PARCELS) ? 'deliver' : 'transfer';
  if (lemma === 'ouvrir' && (nouns.has('enquete') || nouns.has('recherche'))) return 'check';
  if (lemma === 'joindre' && has(DOCUMENTS)) return 'send-document';
  if (BY_PHONE.has(lemma) && !isTowards && (COMPANY.has(group.subject) || group.subject === 'qui')) return 'check';
  if (lemma === 'transmettre' && !isTowards && COMPANY.has(group.subject)) return 'transfer';
  if (lemma === 'changer' || lemma === 'modifier') return has(RECORDS) ? 'correct' : lemma === 'changer' ? 'exchange' : undefined;
  if (REMOVING.has(lemma)) return removedAct(lemma, group, has(BINDING));
  if (lemma === 'rendre') return has(MONEY) ? 'refund' : undefined;
  if (lemma === 'restituer') return has(THINGS) ? 'deliver' : 'refund';
  if (lemma === 'fixer' && group.subject === 'vous') return 'reply';
  if (lemma === 'créditer') return has(OWED) ? 'refund' : 'gesture';
  if (lemma === 'refaire' && has(DOCUMENTS)) return 'correct';
  if (lemma === 'prolonger') return has(PROLONGED) ? 'gesture' : 'other';
  if (lemma === 'revenir' && group.subject === 'noun') return 'repair';
  if ((lemma === 'recevoir' || lemma === 'récupérer' || lemma === 'toucher') && has(MONEY) && nouns.has('argent')) return 'refund';
  return undefined;
}

/** « on retire les frais » ends them; « vous retirez votre colis » fetches it. */
function removedAct(lemma: string, group: VerbGroup, isBinding: boolean): PledgeAct | undefined {
  if (isBinding) return 'cancel';
  return lemma === 'retirer' && group.subject === 'vous' ? undefined : 'other';
}

/** « la livraison interviendra mardi »; a team that intervenes is none. */
const hasAction = (nouns: ReadonlySet<string>): boolean => [...nouns].some((noun) => ACTIONS.has(noun) && noun !== 'equipe');
