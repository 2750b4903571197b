/** Classes of verbs that tell whether a clause binds. Lemmas, with their accents. */
const set = (lemmas: string): ReadonlySet<string> => new Set(lemmas.split(' '));

/** Said of oneself, they tell what one feels, thinks, wishes or sees: nothing to hold anybody to. */
export const STATIVE = set(
  'être remercier prier souhaiter espérer regretter rester demeurer excuser comprendre savoir croire penser connaître aimer adorer préférer vouloir désirer entendre constater remarquer lire imaginer supposer réjouir apprécier conseiller recommander suggérer attendre parler insister agréer saluer féliciter devoir falloir pouvoir souligner ignorer douter craindre habiter travailler répéter inviter compatir mesurer partager assumer reconnaître admettre sembler paraître sentir oublier avoir aviser plaisanter mentir tromper accuser soussigner penser estimer considérer trouver déplorer disposer',
);

/** What runs the conversation itself. */
export const HANDLING = set('regarder noter quitter patienter écouter afficher consulter lire laisser expliquer rassurer résumer récapituler présenter permettre dire voir entendre ouvrir couper remercier épeler chercher réfléchir répéter passer');

/** To try is not to do. */
export const EFFORT = set('essayer tenter tâcher efforcer plaider envisager espérer viser');

/** A case that is only weighed: « admettons que ». */
export const WEIGHING = set('admettre imaginer supposer');

/** « il vous appartient de »: said of what the customer has to do. */
export const INCUMBENT = set('appartenir revenir suffire incomber falloir convenir rester');

/** To say so is to bind oneself to what follows. */
export const ASSURING = set('confirmer promettre garantir assurer informer annoncer préciser indiquer certifier jurer rassurer aviser signaler apprendre affirmer engager savoir noter rappeler dire voir répondre expliquer');

/** What follows is a guess. */
export const GUESSING = set('penser croire espérer supposer imaginer présumer craindre sembler douter souhaiter estimer pouvoir');

/** What follows is what somebody else said. */
export const SAYING = set('dire indiquer écrire assurer annoncer promettre affirmer prétendre déclarer expliquer préciser confirmer parler raconter signaler garantir mentionner informer rapporter');

/** To be offered, not promised. */
export const OFFERING = set('proposer suggérer pouvoir inviter conseiller recommander vouloir souhaiter préférer désirer');

/** What a customer gets: « vous recevrez », « vous aurez ». */
export const RECEIVING = set('recevoir avoir bénéficier obtenir retrouver récupérer disposer percevoir toucher profiter garder conserver gagner');

/** Doing it would hurt the customer: not doing it binds, doing it is a charge or a sanction. */
export const HARMFUL = set('décompter comptabiliser ponctionner facturer prélever débiter payer réclamer clore clôturer couper compter perdre pénaliser relancer régler demander imputer appliquer débourser majorer répercuter exiger refacturer abandonner lâcher oublier laisser');

/** What a charge does: « le prélèvement ne partira pas ». */
export const RUNNING = set('partir passer tomber présenter appliquer exécuter intervenir avoir sortir');

/** « je vous confirme le virement »: said in the present, no act; with a date it is what was noun. */
export const PERFORMATIVE = set('confirmer promettre garantir assurer informer annoncer préciser indiquer certifier signaler aviser noter remercier présenter');

/** Reflexive verbs by which somebody takes a case on. */
export const TAKING_ON = set('occuper charger engager');
