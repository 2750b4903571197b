import type { PledgeAct } from '#domain';

/** Verbs that name an act by themselves. Lemmas. */
const TABLE: readonly (readonly [act: PledgeAct, verbs: string])[] = [
  ['refund', 'rembourser restituer reverser recréditer rétrocéder ristourner'],
  ['gesture', 'offrir dédommager doubler gratifier'],
  ['call-back', 'rappeler appeler téléphoner recontacter contacter joindre'],
  ['reply', 'répondre revenir informer prévenir avertir aviser notifier écrire réécrire redire renseigner signaler tenir alerter'],
  ['deliver', 'livrer relivrer expédier réexpédier acheminer distribuer compléter relivrer'],
  ['repair', 'réparer dépanner rétablir refaire retoucher nettoyer reconnecter reprogrammer réinitialiser déboucher colmater resouder reboucher détartrer redémarrer réenclencher'],
  ['exchange', 'échanger remplacer'],
  ['cancel', 'annuler résilier clôturer suspendre stopper interrompre désactiver désabonner'],
  ['transfer', 'transférer escalader relayer confier réorienter'],
  ['check', 'vérifier contrôler interroger enquêter relancer rechercher investiguer demander redemander renseigner'],
  ['correct', 'corriger rectifier modifier régulariser actualiser déduire recalculer réajuster ajuster refacturer rééditer'],
];

/** Lemma → act. */
export const ACT_VERBS: ReadonlyMap<string, PledgeAct> = new Map(TABLE.flatMap(([act, verbs]) => verbs.split(' ').map((verb) => [verb, act] as const)));

/**
 * Verbs whose act is told by their nouns (« envoyer une facture », « faire un virement »), and what they are without such a noun.
 */
const CARRIERS: readonly (readonly [fallback: PledgeAct, verbs: string])[] = [
  ['deliver', 'envoyer renvoyer parvenir recevoir arriver partir repartir remettre déposer redéposer apporter ramener rapporter amener porter poster suivre retirer récupérer réceptionner rendre'],
  ['send-document', 'adresser réadresser délivrer fournir éditer rééditer imprimer établir joindre'],
  ['transfer', 'transmettre remonter soumettre'],
  ['reply', 'confirmer préciser reconfirmer annoncer communiquer'],
  ['send-technician', 'intervenir présenter déplacer venir passer repasser dépêcher mandater missionner rendre'],
  ['repair', 'reprendre terminer finir monter'],
  ['exchange', 'changer'],
  ['cancel', 'supprimer effacer arrêter fin retirer enlever lever bloquer'],
  [
    'other',
    'faire effectuer procéder lancer relancer déclencher initier engager accorder consentir octroyer verser créditer percevoir toucher obtenir avoir bénéficier programmer prévoir fixer planifier caler valider enregistrer être mettre donner apporter émettre générer ajouter appliquer prendre trouver retrouver attribuer assurer réaliser organiser garantir promettre prolonger reporter payer exécuter régler élever tenir débloquer ouvrir rouvrir voir aller',
  ],
];

export const CARRIER_VERBS: ReadonlyMap<string, PledgeAct> = new Map(CARRIERS.flatMap(([fallback, verbs]) => verbs.split(' ').map((verb) => [verb, fallback] as const)).toReversed());
