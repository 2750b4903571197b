import type { PledgeAct } from '#domain';

/** Verbs that name an act by themselves. Lemmas. */
const TABLE: readonly (readonly [act: PledgeAct, verbs: string])[] = [
  ['refund', 'rembourser repayer virer restituer reverser recréditer rétrocéder ristourner'],
  ['gesture', 'offrir dédommager doubler gratifier surclasser compenser tripler régaler'],
  ['call-back', 'rappeler appeler téléphoner retéléphoner recontacter contacter joindre rapprocher'],
  ['reply', 'répondre informer prévenir avertir aviser notifier écrire réécrire dire redire renseigner signaler tenir alerter réexpliquer relayer'],
  ['deliver', 'livrer relivrer expédier réexpédier ressortir acheminer convoyer rapatrier redistribuer distribuer compléter réapprovisionner'],
  [
    'repair',
    'réparer dépanner débugger rétablir retoucher nettoyer reconnecter reprogrammer réinitialiser déboucher colmater ressouder reboucher détartrer redémarrer réenclencher résoudre solutionner recoudre réviser redresser refonctionner remarcher fonctionner marcher rebrancher réalimenter restaurer rénover repeindre étanchéifier purger ramoner déneiger recoller ressemeler détacher reconfigurer reparamétrer recalibrer resynchroniser souder recâbler étalonner polir consolider décoincer défroisser calfeutrer rejointoyer poncer vitrifier vernir revernir revisser resserrer dératiser désinsectiser réamorcer lubrifier graisser affûter relaver raccommoder repriser regonfler rafistoler rapiécer vidanger désinfecter assécher',
  ],
  ['exchange', 'échanger remplacer substituer troquer'],
  ['cancel', 'annuler résilier clôturer clore suspendre stopper interrompre désactiver désabonner rompre dénoncer renoncer révoquer débrancher exonérer'],
  ['transfer', 'transférer escalader confier réorienter orienter réaffecter aiguiller rediriger déléguer'],
  ['check', 'vérifier contrôler interroger enquêter relancer rechercher investiguer demander redemander revérifier solliciter questionner localiser retracer tracer analyser auditer sonder inspecter enquérir expertiser recouper creuser éplucher diagnostiquer retester'],
  ['correct', 'corriger rectifier modifier régulariser actualiser déduire recalculer réajuster ajuster refacturer rééditer rebasculer renommer réactualiser remodifier fusionner aligner ventiler reclasser réimputer requalifier réévaluer'],
  [
    'other',
    'traiter étudier examiner valider enregistrer réserver activer réactiver débloquer déverrouiller inscrire réinscrire désinscrire garder conserver maintenir prêter reporter décaler avancer installer raccorder surveiller publier prioriser réceptionner saisir immatriculer reloger attribuer affilier accompagner protéger stocker commander recommander indemniser échelonner étaler fractionner geler radier ouvrir rouvrir fermer',
  ],
];

/** Lemma → act. */
export const ACT_VERBS: ReadonlyMap<string, PledgeAct> = new Map(TABLE.flatMap(([act, verbs]) => verbs.split(' ').map((verb) => [verb, act] as const)));

/** Verbs whose act is told by their nouns (« envoyer une facture », « faire un virement »), and what they are without such a noun. */
const CARRIERS: readonly (readonly [fallback: PledgeAct, verbs: string])[] = [
  ['deliver', 'envoyer renvoyer parvenir recevoir arriver partir repartir remettre déposer redéposer apporter ramener rapporter amener porter poster suivre retirer récupérer rendre ravoir retourner monter'],
  ['send-document', 'adresser réadresser délivrer fournir éditer imprimer réimprimer scanner faxer mailer établir'],
  ['transfer', 'transmettre remonter soumettre'],
  ['reply', 'confirmer préciser reconfirmer annoncer communiquer'],
  ['send-technician', 'intervenir présenter déplacer venir passer repasser dépêcher mandater missionner'],
  ['repair', 'refaire terminer finir'],
  ['cancel', 'arrêter cesser'],
  [
    'other',
    'faire proposer effectuer procéder lancer déclencher initier engager accorder consentir octroyer verser créditer percevoir toucher obtenir avoir bénéficier programmer prévoir fixer planifier caler être mettre donner émettre générer ajouter appliquer prendre trouver retrouver assurer réaliser organiser garantir promettre payer exécuter régler élever aller reprendre porter bloquer poser commencer débuter démarrer entamer attaquer refuser rejeter décliner',
  ],
];

export const CARRIER_VERBS: ReadonlyMap<string, PledgeAct> = new Map(CARRIERS.flatMap(([fallback, verbs]) => verbs.split(' ').map((verb) => [verb, fallback] as const)).toReversed());

/** Their subject moves: it tells the act before any object. */
export const MOVING = new Set('arriver partir repartir parvenir venir passer repasser présenter déplacer intervenir revenir être aller suivre'.split(' '));

/** They bring a thing to the customer. */
export const BRINGING = new Set('envoyer renvoyer partir repartir parvenir recevoir remettre apporter livrer relivrer expédier réexpédier déposer adresser avoir récupérer'.split(' '));
