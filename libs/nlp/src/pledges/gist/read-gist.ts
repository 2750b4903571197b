import type { Gist } from '#domain';
import { isPunctuation } from '../clauses/boundaries.js';
import { Phrases } from '../clauses/phrases.js';
import { DETERMINERS } from '../clauses/noun-phrase.js';
import { localText } from '../deadlines/civil-date.js';
import type { Clock } from '../deadlines/clock.js';
import { ANSWERS } from '../lexicon/kinds-of-values.js';
import { compoundAt } from '../lexicon/compounds.js';
import { GENERAL } from '../lexicon/reserve-phrases.js';
import type { ReadStatement } from '../read-statements.js';
import { WordFlag } from '../../read/index.js';
import { nounAt } from '../topics.js';
import { isLedBy, type VerbGroup } from '../verbs/verb-group.js';
import type { TurnWords } from '../words/turn-words.js';
import { readFigureAt } from './read-figure-at.js';
import { readRoles } from './read-roles.js';
import { setPhraseAt } from './set-phrases.js';
import { valueAt } from './read-values.js';
import { Mark, marksOf, singular } from './word-marks.js';
import { isVerb, rootOfNoun, rootOfVerb } from './roots.js';
import { readWhoPays, whoPaysEnd } from './who-pays.js';

/** Said with a reserve, asked or reported: told by nobody. */
const NOT_TOLD = new Set(['hedged', 'hypothetical', 'quoted', 'question', 'condition']);
const MAY = new Set(['pouvoir']);

/** Verbs that say nothing by themselves. Folded. */
const LIGHT = new Set(
  'etre avoir faire pouvoir devoir vouloir falloir aller mettre prendre donner tenir rester confirmer permettre effectuer proceder realiser prevoir programmer voir dire noter savoir trouver penser informer indiquer preciser regarder laisser attendre souhaiter esperer croire remercier charger occuper assurer engager sembler concerner rencontrer constater demander proposer devenir demeurer figurer agir situer exister correspondre beneficier disposer inviter prier excuser elever suivre manquer comporter representer ressortir apparaitre signaler comprendre'.split(' '),
);
const NO_THING = new Set('sinon malgre necessaire obligatoire accessible nouvelle actif libre complet compris valable trop mechant longue forfaitaire bancaire commercial commerciale superieure superieur simple defavorable favorable inchange personnel paie pardon exceptionnel bienvenue parmi point_de numeraire parce tard clair sauf hors cour besoin tant ayant compte fois suite option fait sujet effet ordre matiere egard attention merci oui non bonne bien lieu vue part occasion cadre disposition salutation bonjour mesdames messieurs relative relatif'.split(' '));

/** Does a clause tell something that may be held against what was told elsewhere? « ouverte tous les jours | sauf le mercredi » is not taken by its halves. */
export function isTold(words: TurnWords, one: ReadStatement): boolean {
  const { clause: { group, start, end }, verdict } = one;
  // « pas avant lundi » says neither yes nor no.
  if (one.notBefore !== null) return false;
  if (EXCEPT.isIn(words, start, Math.min(words.length, end + 2))) return false;
  if (verdict.kind === 'none') {
    if (verdict.why === 'statement' && GENERAL.isIn(words, one.clause.front, end)) return false;
    if (NOT_TOLD.has(verdict.why)) return false;
    if (verdict.why === 'offer' && !(group !== null && !group.isInverted && isLedBy(group, MAY))) return false;
  }
  if (group === null) return true;
  if (group.tense === 'conditional' || group.tense === 'imperfect' || group.isInverted) return false;
  return true;
}

/**
 * What a clause tells in a form that two wordings have in common.
 * @param around nouns that were said in the turn before it, the nearest first: what its pronouns may stand for
 */
export function readGist(words: TurnWords, one: ReadStatement, clock: Clock, around: readonly string[]): Gist {
  const { clause, verdict, deadline, condition } = one;
  const { group } = clause;
  const things: string[] = [];
  const deeds = group === null ? [] : deedsOf(group);
  const tells = new Set<string>();
  const { from, to } = wordsAbout(words, clause);
  let marks = 0;
  let foreign = 0;
  for (let i = from; i < to; i++) {
    if (deadline !== null && deadline.start <= i && i < deadline.end) i = deadline.end - 1;
    else if (condition !== null && condition.start <= i && i < condition.end) i = condition.end - 1;
    else {
      const word = words.word(i);
      const own = marksOf(word);
      marks |= own;
      if ((own & Mark.foreign) !== 0) foreign++;
      const figure = word.beginsNumber ? readFigureAt(words, i, from, to) : null;
      if (figure !== null) {
        if (figure.tells !== null) tells.add(figure.tells);
        if (figure.noun !== null) add(things, figure.noun);
        i = figure.end - 1;
      } else if (words.kind(i) === 'word') {
        const paidEnd = whoPaysEnd(words, i, to);
        const phrase = paidEnd > 0 ? null : setPhraseAt(words, i, to, group);
        if (paidEnd > 0) i = paidEnd - 1;
        else if (phrase === null) readWord(words, one, i, own, things, deeds, tells);
        else {
          for (let at = i; at < phrase.end; at++) valueAt(words, one, at, tells);
          if (phrase.isDeed) add(deeds, phrase.root);
          else add(things, isDenied(words, i, clause.front) ? `-${phrase.root}` : phrase.root);
          i = phrase.end - 1;
        }
      }
    }
  }
  if (foreign > 1) return NOTHING;
  readRoles(words, clause, (marks & Mark.role) !== 0, tells);
  readWhoPays(words, clause, tells);
  readNeed(words, one, (marks & Mark.need) !== 0, tells);
  const isNone = (marks & Mark.nothing) !== 0 && hasNothingTo(words, clause.start, to);
  if (isNone && things.some((thing) => PAYING.has(thing))) tells.add('+free');
  if (deadline !== null) readDate(words, one, things, deeds, clock, tells);
  const isPronominal = group === null || (things.length + deeds.length > 0 && things.every(isVerb)) || PRONOUNS.has(group.subject) || (group.clitics.size > 0 && CLITICS.some((clitic) => group.clitics.has(clitic)));
  const beside = isPronominal && around.length > 0 ? around.filter((thing) => !things.includes(thing)).slice(0, NEAREST) : around;
  return {
    things, deeds, tells: group?.tense === 'imperative' ? [...tells].filter((told) => told === 'by:client') : [...tells],
    ...(isPronominal && beside.length > 0 ? { beside } : {}),
    ...((group?.isNegated || verdict.kind === 'refusal') && group?.tense !== 'imperative' && !isNone ? { denied: true } : {}),
    ...(group?.tense === 'past' ? { past: true } : {}),
    ...(condition !== null || BEYOND.isIn(words, from, to) ? { conditional: true } : {}),
  };
}

function readDate(words: TurnWords, { clause: { group }, act, condition, deadline }: ReadStatement, things: readonly string[], deeds: readonly string[], clock: Clock, tells: Set<string>): void {
  const { by, from, start, end, isDelay } = deadline!;
  if (by.minutes !== null && !tellsDay(words, start, end)) {
    tells.add(`clock:${by.minutes}`);
    if (from?.minutes != null) tells.add(`clock:${from.minutes}`);
    return;
  }
  if (isDelay && condition !== null) return;
  // « je suis contente pour les rideaux, … jeudi », « c'est le transporteur »
  if (deeds.length === 0 && ((group === null || group.subject === 'je') && act.by === null || (things.length > 0 && things.every((thing) => ANSWERS.has(thing))))) return;
  tells.add(`date:${localText(by)}:${clock.instantOf(by)}`);
}

const NOTHING: Gist = { things: [], deeds: [], tells: [] };

/** The clause with what was said right before it (« pour le matelas, | vous avez ») and after it, up to a stop; what has no verb is taken by itself. */
function wordsAbout(words: TurnWords, { front, start, end, tail, group }: ReadStatement['clause']): { readonly from: number; readonly to: number } {
  if (group === null) return { from: start, to: end };
  let from = words.at(start - 1) === ',' ? start - 1 : start;
  while (from > front && !isPunctuation(words, from - 1)) from--;
  let to = end;
  while (to < tail && !isPunctuation(words, to)) to++;
  return { from: Math.max(from, front), to };
}

/** So many nouns said before may be what a pronoun stands for. */
const NEAREST = 5;
const CLITICS = ['le', 'la', 'les', "l'", 'en', 'y'];
const PRONOUNS = new Set(['il', 'ils', 'ce', 'qui']);

function readWord(words: TurnWords, one: ReadStatement, i: number, marks: number, things: string[], deeds: string[], tells: Set<string>): void {
  if ((marks & Mark.compound) !== 0) {
    const compound = compoundAt(words, i);
    if (compound !== undefined) return add(deeds, compound);
  }
  const special = (marks & Mark.special) === 0 ? undefined : specialAt(words, i);
  if (special !== undefined) return add(things, special);
  // « vous avez deux mois pour | vous rétracter », « est à | remplacer »
  if (words.has(i, WordFlag.infinitive) && (one.clause.group === null || i >= one.clause.group.end) && !isNamed(words, i)) {
    for (const lemma of words.verbs(i)) if (!LIGHT.has(rootOfVerb(lemma))) add(things, rootOfVerb(lemma));
    if (!words.has(i, WordFlag.nominal)) return;
  }
  if ((marks & Mark.value) !== 0) valueAt(words, one, i, tells);
  const noun = nounAt(words, i);
  // « le parking | couvert », « la place | assise »
  if (noun === undefined && words.has(i, WordFlag.pastParticiple) && (marks & Mark.value) === 0 && isOutside(one, i) && nounAt(words, i - 1) !== undefined) return add(things, singular(words.at(i)).replace(/e$/, ''));
  if (noun === undefined || NO_THING.has(noun) || TITLES.has(words.at(i - 1))) return;
  const able = noun.startsWith('i') ? /^i[rnm](.+[ai]ble)$/.exec(noun) : null;
  if (able !== null && isVerb(rootOfNoun(able[1]!))) return add(things, `-${rootOfNoun(able[1]!)}`);
  const root = rootOfNoun(noun);
  add(things, isDenied(words, i, one.clause.front) ? `-${root}` : root);
}

const isOutside = ({ clause: { group } }: ReadStatement, i: number): boolean => group !== null && i < group.start;
const TITLES = new Set(['madame', 'monsieur', 'mme', 'm.', 'mr', 'mademoiselle']);
const ARTICLES = new Set(["l'", 'un', 'une', 'le', 'la', 'votre', 'cet', 'ce']);
const isNamed = (words: TurnWords, i: number): boolean => ARTICLES.has(words.at(i - 1)) && words.has(i, WordFlag.nominal);

/** Things that no noun alone names: « machine à laver », « un avoir », « bon d'achat », « trop perçu ». */
function specialAt(words: TurnWords, i: number): string | undefined {
  const [word, next] = [words.at(i), words.at(i + 1)];
  if (word === 'machine') return words.says(i + 1, 'a laver') ? 'lave-linge' : undefined;
  if (word === 'avoir') return isNamed(words, i) ? 'avoir' : undefined;
  if (word === 'trop') return next === 'percu' ? 'trop-percu' : undefined;
  return (word === 'bon' && (next === 'de' || next === "d'")) || (word === 'carte' && next === 'cadeau') ? 'bon' : undefined;
}

/** « il vous faut », « pas besoin de », « vous devez fournir ». */
function readNeed(words: TurnWords, { clause: { group, front, tail } }: ReadStatement, isWorded: boolean, tells: Set<string>): void {
  const isLed = group !== null && (isLedBy(group, MUST) && group.subject !== 'je' && group.subject !== 'nous' && group.subject !== 'on');
  if (!isLed && !isWorded) return;
  let tellsNeed = isLed;
  let isNone = group?.isNegated ?? false;
  for (let i = front; i < tail; i++) {
    if (words.at(i) === 'a' && DUE.has(words.at(i + 1))) tellsNeed = true;
    if (words.at(i) !== 'besoin' && words.at(i) !== 'peine') continue;
    tellsNeed = true;
    isNone ||= /^(?:pas|plus|aucun|sans|jamais)$/.test(words.at(i - 1)) || /^(?:pas|plus)$/.test(words.at(i - 2));
  }
  // « sans le récépissé, nous ne pourrons instruire »
  if (group?.isNegated) for (let i = front; i < tail; i++) if (words.at(i) === 'sans' && DETERMINERS.has(words.at(i + 1))) return void tells.add('+needed');
  if (tellsNeed) tells.add(isNone ? '-needed' : '+needed');
}

/** « demain », « le 12 mars », « ce soir »; not « à 22 h 30 ». */
function tellsDay(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.kind(i) === 'word' && !CLOCK_WORD.test(words.at(i)) && !words.word(i).beginsNumber) return true;
  return false;
}

const CLOCK_WORD = /^(?:a|h|heures?|de|entre|et|midi|demie?|quart|jusqu'|avant|vers|apres|du|matin|soir|le|des)$/;

/** « rien à payer », « plus rien à faire »: it is the thing that is none. */
function hasNothingTo(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) if (words.at(i) === 'rien' && words.at(i + 1) === 'a') return true;
  return false;
}

const PAYING = new Set(['payer', 'regler', 'debourser', 'avancer', 'verser', 'acquitter']);
const DUE = new Set('respecter fournir presenter prevoir joindre produire signer remplir'.split(' '));
const MUST = new Set(['falloir', 'devoir']);
const BEYOND = new Phrases("au-dela de|au-dela d'|au-dela du|au dela de|au dela d'|passe ce|en cas de|en cas d'");
const EXCEPT = new Phrases('sauf|hormis|excepte|a part|a l\' exception');

function add(things: string[], thing: string): void {
  if (!things.includes(thing)) things.push(thing);
}

function deedsOf(group: VerbGroup): string[] {
  const found: string[] = [];
  for (const candidates of group.verbs) if (!candidates.some((lemma) => LIGHT.has(rootOfVerb(lemma)))) for (const lemma of candidates) add(found, rootOfVerb(lemma));
  return found;
}

/** « pas de frais », « sans supplément », « aucune démarche ». */
function isDenied(words: TurnWords, i: number, from: number): boolean {
  let at = i - 1;
  while (at > from && i - at < 3 && (DETERMINERS.has(words.at(at)) ? !/^aucune?$/.test(words.at(at)) : words.has(at, WordFlag.nominal))) at--;
  if (/^(?:aucun|aucune|sans|ni|zero)$/.test(words.at(at)) || words.at(i - 1) === 'non') return true;
  return /^(?:de|d')$/.test(words.at(at)) && /^(?:pas|plus|jamais|point)$/.test(words.at(at - 1));
}
