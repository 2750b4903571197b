import { foldWord, loadLexicon, WordFlag } from '../../read/index.js';

/** Nouns of deeds that no ending tells, and their verbs. Folded. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'envoi:envoyer renvoi:renvoyer retour:retourner report:reporter retrait:retirer pret:preter depart:partir arrivee:arriver venue:venir reprise:reprendre pose:poser entretien:entretenir couverture:couvrir ouverture:ouvrir fermeture:fermer ' +
    'vente:vendre achat:acheter location:louer choix:choisir essai:essayer echange:echanger changement:changer rappel:rappeler appel:appeler reponse:repondre reception:recevoir garantie:garantir suspension:suspendre extension:etendre inscription:inscrire ' +
    'reduction:reduire transfert:transferer transport:transporter demande:demander controle:controler visite:visiter depose:deposer perte:perdre hausse:augmenter baisse:baisser calcul:calculer recherche:rechercher refus:refuser accord:accorder accueil:accueillir ' +
    'sortie:sortir signature:signer coupe:couper tonte:tondre retouche:retoucher vidange:vidanger revision:reviser peinture:peindre cout:couter correction:corriger protection:proteger debut:debuter arret:arreter cumul:cumuler calage:caler plafond:plafonner ' +
    'remise-en-etat:reparer stockage:stocker rachat:racheter conge:conger renfort:renforcer maintien:maintenir soutien:soutenir obtention:obtenir prevention:prevenir retenue:retenir tenue:tenir mise:mettre conduite:conduire lecture:lire reouverture:rouvrir ' +
    'menage:menage garage:garage bagage:bagage langage:langage page:page image:image fromage:fromage potage:potage modif:modifier reparation:reparer resa:reserver rdv:rendez-vous conso:consommer compensation:compenser indemnite:indemniser dedommagement:dedommager'
  ).split(' ').map((pair): readonly [string, string] => {
    const [noun = '', verb = ''] = pair.split(':');
    return [noun, verb];
  }),
);

/** Endings of nouns of deeds and of their verbs; the verb has to be one. */
const ENDINGS: readonly (readonly [noun: string, verbs: readonly string[]])[] = [
  ['ication', ['ier', 'iquer']], ['uction', ['uire']], ['eption', ['evoir']], ['ention', ['enir', 'endre']], ['ution', ['uer']], ['ation', ['er']], ['ition', ['er', 'ir', 'oser']], ['sion', ['dre', 'ser', 'ttre']], ['tion', ['ter', 'er']],
  ['iement', ['yer', 'ier']], ['llement', ['ler']], ['ssement', ['r', 'sser']], ['ement', ['er', 'ir', 're']], ['ment', ['r']], ['aison', ['er', 'oir']], ['age', ['er', 'ir']], ['ance', ['er']], ['eable', ['er']], ['able', ['er', 'ir', 'dre']], ['ee', ['er']],
];

/** Nouns that look like those of a deed and name a thing: « garage » is not `garer`, « pension » not `pendre`. Folded. */
const NO_DEED = new Set('garage etablissement menage portable conduite pension visage collation station fonction partage version option musee soiree cheminee creance chaussee departement potable cartable batiment mouvement portion page oreillette donnee tapage journee comptable action section'.split(' '));

const MOST = 30_000;
const roots = new Map<string, string>();

/** What a noun (its lemma) goes by: the verb whose deed it names (« remboursement »: `rembourser`), or itself. Folded. */
export function rootOfNoun(lemma: string): string {
  const known = roots.get(lemma);
  if (known !== undefined) return known;
  const root = find(foldWord(lemma));
  if (roots.size >= MOST) roots.clear();
  roots.set(lemma, root);
  return root;
}

const folded = new Map<string, string>();

/** What a verb (its lemma) goes by. */
export function rootOfVerb(lemma: string): string {
  let root = folded.get(lemma);
  if (root === undefined) {
    if (folded.size >= MOST) folded.clear();
    folded.set(lemma, (root = foldWord(lemma)));
  }
  return root;
}

function find(noun: string): string {
  const irregular = IRREGULAR.get(noun);
  if (irregular !== undefined) return irregular;
  if (NO_DEED.has(noun)) return noun;
  for (const [ending, verbs] of ENDINGS) {
    if (noun.length < ending.length + 2 || !noun.endsWith(ending)) continue;
    const stem = noun.slice(0, -ending.length);
    const verb = verbs.map((one) => stem + one).find(isInfinitive);
    if (verb !== undefined) return verb;
  }
  return noun;
}

const isInfinitive = (word: string): boolean => loadLexicon().analyses(word).some(({ flags }) => (flags & WordFlag.infinitive) !== 0);

const verbs = new Map<string, boolean>();

/** Whether a root is a verb. */
export function isVerb(root: string): boolean {
  let known = verbs.get(root);
  if (known === undefined) {
    known = /(?:er|ir|re)$/.test(root) && isInfinitive(root);
    if (verbs.size >= MOST) verbs.clear();
    verbs.set(root, known);
  }
  return known;
}
