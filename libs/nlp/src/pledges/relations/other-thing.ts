import { loadLexicon, WordFlag } from '../../read/index.js';
import { FINITE, wordOf } from '../words/word.js';
import { FUNCTION } from '../topics.js';
import { isTimeWord, MONTHS } from '../deadlines/time-words.js';
import { isNumberWord } from '../words/number-words.js';
import { DETERMINERS, flipped, type QuotedWords, quotedWords } from './quoted-words.js';
import { classOf } from './topic-classes.js';

const LINKS = new Set(['a', "de", "d'", 'du', 'des', 'en', 'pour', 'sur', 'au', 'aux']);
/** They tell when, how or where something is done, or stand for the thing itself. */
const SAY_NO_MORE = new Set(
  'sous avec sans dans chez par milieu jour semaine mois an annee heure matin soir midi demain journee fin debut cours plus suite cas ligne retard urgence priorite virement cheque carte compte mail sms courrier ligne telephone domicile magasin bureau agence point relais numero nouveau bon facon fait euro colis paquet commande article produit remboursement somme montant argent achat client dossier demande part votre'.split(' '),
);

/**
 * Do two statements that share a noun speak of two things all the same? « le devis de la toiture » and « de la façade », « l'offre Liberté » and « Confort », « la commande 4512 »
 * and « 7780 », « votre billet » and « le billet de votre fille ».
 */
export function nameOtherThings(one: string, other: string, common: ReadonlySet<string>): boolean {
  const [before, after] = [quotedWords(one), quotedWords(other)];
  if (areDisjoint(before.references, after.references) || areDisjoint(before.days, after.days) || areDisjoint(before.sizes, after.sizes)) return true;
  if (before.isAnother !== after.isAnother && (before.isFirst !== after.isFirst || !before.isFirst)) return true;
  if ((before.sides & flipped(after.sides)) !== 0) return true;
  if (before.hasPerson !== after.hasPerson || areDisjoint(before.names, after.names)) return true;
  return (![...common].some((topic) => !SAY_LITTLE.has(topic)) && areElsewhere(before, after)) || [...common].some((topic) => haveOtherComplements(before, after, topic));
}

/** « le badge d'accès à la piscine » is « le badge piscine »: what tells the one apart is said of the other too. */
function haveOtherComplements(one: QuotedWords, other: QuotedWords, topic: string): boolean {
  const [ones, others] = [complementsOf(one, topic), complementsOf(other, topic)];
  return areDisjoint(ones, others) && ![...ones].some((word) => isIn(word, other)) && ![...others].some((word) => isIn(word, one));
}

const isIn = (thing: string, { words }: QuotedWords): boolean => words.some((word) => classOf(singular(word)) === thing || classOf(word) === thing);

/** What two things have in common that are none the less two. */
export const SAY_LITTLE: ReadonlySet<string> = new Set('garantie echange remboursement frais retour colis geste demande prolongation reparation technicien annulation correction tarif prix option offre service modele mensualite avoir franchise carence plafond delai document reponse appel sav difference supplement'.split(' '));

/** « je vous prolonge la garantie du four », « pas possible pour la plaque »: each names a thing that the other says nothing of. */
function areElsewhere(one: QuotedWords, other: QuotedWords): boolean {
  const [things, others] = [thingsOf(one), thingsOf(other)];
  return things.size > 0 && others.size > 0 && ![...things].some((thing) => isIn(thing, other)) && ![...others].some((thing) => isIn(thing, one));
}

const TOWARDS = new Set(['pour', 'cote', 'sur', 'concernant', 'de', "d'", 'du', 'des', 'en', 'vers', 'par', 'au', 'dans']);
/** Why, how or on what paper, not which thing. */
const CIRCUMSTANCES = new Set(
  'retard panne incident attente desagrement probleme erreur coupure interruption perturbation gene facture contrat abonnement litige defaut souci raison cause titre hauteur partir garantie moment place prix tarif reception delai ouvre ouvrable maximum note soin accord faveur signe mesure vue lieu boite fonction service equipe technicien livreur transporteur stock rupture avance attendant effet principe'.split(' '),
);

/** The nouns after « pour », « sur », « du » … that name things. Their classes. */
function thingsOf({ words }: QuotedWords): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < words.length; i++) {
    if (!TOWARDS.has(words[i]!)) continue;
    let at = i + 1;
    while (at < words.length && (DETERMINERS.has(words[at]!) || WHICH.test(words[at]!))) at++;
    const noun = singular(words[at] ?? '');
    if (noun.length > 2 && !/^\d/.test(noun) && !SAY_NO_MORE.has(noun) && !MONTHS.has(noun) && !isNumberWord(noun) && !CIRCUMSTANCES.has(noun) && isNoun(noun)) found.add(classOf(noun));
  }
  return found;
}

const WHICH = /^(?:prochaine?s?|dernier|derniere|nouveau|nouvel|nouvelle|ancien|ancienne|premier|premiere|autre|meme|petite?|grande?)$/;
const isNoun = (word: string): boolean => {
  if (FUNCTION.has(word)) return false;
  const { flags } = wordOf(word, loadLexicon());
  return flags === 0 || flags === WordFlag.invariable || ((flags & WordFlag.nominal) !== 0 && (flags & (WordFlag.infinitive | WordFlag.pastParticiple)) === 0);
};

/** The noun that is said first of some: what a question is asked of. */
export function headOf(quote: string, topics: readonly string[]): string | null {
  const classes = new Set(topics.map(classOf));
  for (const word of quotedWords(quote).words) {
    // « préavis » has its s in the singular.
    const found = [classOf(word), classOf(singular(word))].find((one) => classes.has(one));
    if (found !== undefined) return found;
  }
  return null;
}

/** Both have some, and none in common. */
function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((word) => other.has(word));
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/(?:s|x)$/, '') : word);

/** The nouns that tell which one of its kind a topic is: « devis de la | toiture ». Their classes. */
function complementsOf({ words }: QuotedWords, topic: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < words.length; i++) {
    if (classOf(singular(words[i]!)) !== topic && classOf(words[i]!) !== topic) continue;
    let at = i + 1;
    if (isBeside(words, at)) found.add(classOf(singular(words[at]!)));
    if (!LINKS.has(words[at]!)) continue;
    at++;
    while (at < words.length && DETERMINERS.has(words[at]!)) at++;
    const noun = singular(words[at] ?? '');
    if (noun.length > 2 && !/^\d/.test(noun) && !SAY_NO_MORE.has(noun)) found.add(classOf(noun));
  }
  return found;
}

/** « votre bagage | cabine », « le modèle | noir »: a noun or adjective right after the noun, and not its verb. */
function isBeside(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (word.length < 3 || FUNCTION.has(word) || /^\d/.test(word) || SAY_NO_MORE.has(singular(word)) || DETERMINERS.has(word) || LINKS.has(word) || VERB_TOO.has(word)) return false;
  if (isTimeWord(word)) return false;
  const { flags } = wordOf(word, loadLexicon());
  if ((flags & WordFlag.nominal) === 0 || (flags & (WordFlag.pastParticiple | WordFlag.presentParticiple | WordFlag.infinitive)) !== 0) return false;
  return (flags & FINITE) === 0 || at + 1 === words.length || BEFORE_VERB.has(words[at + 1]!);
}

const VERB_TOO = new Set('part passe reste livre porte marche coute arrive vaut gratuit gratuite gratuits gratuites offert possible impossible disponible valable complet complete incomplet nouveau nouvelle prochain prochaine entier entiere total totale integral integrale partiel partielle supplementaire exceptionnel exceptionnelle commercial commerciale'.split(' '));
const BEFORE_VERB = new Set(['est', 'sont', 'sera', 'seront', 'a', 'ont', "n'", 'ne', "c'", 'elle', 'il', 'vous']);
