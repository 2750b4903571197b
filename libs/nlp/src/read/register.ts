import { foldWord } from './fold.js';
import { type Lexicon, WordFlag } from './lexicon.js';
import type { Token } from './token.js';

export interface RegisterMarker {
  /** UTF-16 offset into the original text, inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly register: 'formal' | 'informal';
  /** Read as an imperative from its place alone: a noun or a third person may look the same. */
  readonly imperative?: true;
}

export interface RegisterReading {
  /** `neutral`: addresses nobody, or in no form that tells. */
  readonly value: 'formal' | 'informal' | 'mixed' | 'neutral';
  /** In order, one per token. */
  readonly markers: readonly RegisterMarker[];
}

const FORMAL = new Set(['vous', '-vous', 'votre', 'vos', 'votres', 'vous-meme', 'vous-memes', 'svp']);
const INFORMAL = new Set(['tu', '-tu', 'te', "t'", "-t'", 'toi', '-toi', 'ton', 'ta', 'tes', 'toi-meme', 'stp', 'tkt']);
/** « le tien », « les tiennes ». */
const YOURS = /^(?:tiens?|tiennes?)$/;
const ARTICLES = new Set(['le', 'la', 'les', 'au', 'aux', 'du', 'des']);
/** « le ton », « un ton »: the noun. */
const BEFORE_NOUN = new Set(['le', 'un', 'ce', 'du', 'au', 'son', 'mon', 'notre', 'leur', 'quel']);
/** After these a verb that opens a sentence is in the imperative: a noun would have its article before it. */
const AFTER_IMPERATIVE = new Set("un une le la les l' du des ton ta tes mon ma mes ce cette ces bien aussi pas moi toi donc voir".split(' '));
/** Between a subject and its verb. */
const CLITICS = new Set(['ne', 'n\'', 'me', "m'", 'te', "t'", 'se', 's\'', 'le', 'la', "l'", 'les', 'lui', 'leur', 'nous', 'vous', 'y', 'en', 'qui']);
const JOINING = new Set(['et', 'mais', 'ou', 'puis', 'donc', 'alors', 'ok', 'oui', 'non', 'bon', 'bien', 'allez', 'stp', 'plait', 'merci', 'bonjour', 'salut', 'ben', 'bah', 'eh', 'ah', 'oh', 'hey', 'sinon', 'surtout', 'maintenant', 'ensuite']);
const NO_IMPERATIVE = new Set(['vive', 'soit', 'puisse', 'reste', 'est', 'as', 'es', 'suis', 'ai', 'dis-donc', 'merci', 'aide', 'demande', 'commande', 'facture']);

/**
 * The words that address the reader as « vous » or as « tu »: pronouns, possessives, verbs in the second person (« avez »,
 * « voulez », « tu es », « veux-tu ») and imperatives (« veuillez », « regarde »). A verb form that other persons share
 * counts only beside its pronoun, or as an imperative where a clause begins. « vous » to several people cannot be told
 * from the polite one.
 */
export function registerMarkers(text: string, tokens: readonly Token[], lexicon: Lexicon): RegisterReading {
  const words = tokens.map((token) => (token.kind === 'word' ? foldWord(text.slice(token.start, Math.min(token.end, token.start + 40))) : ''));
  const flags = (i: number): number => lexicon.analyses(text.slice(tokens[i]!.start, tokens[i]!.end)).reduce((all, found) => all | found.flags, 0);
  const found = markAddresses(words, flags);
  const imperatives = markImperatives(text, tokens, words, flags, found);
  const markers = tokens.flatMap(({ start, end }, i) =>
    found[i] ? [{ start, end, register: found[i], ...(imperatives.has(i) ? { imperative: true as const } : {}) }] : [],
  );
  return { value: valueOf(markers), markers };
}

/**
 * The register of each word that addresses the reader by a pronoun, a possessive or a verb that goes with one; imperatives are left out.
 * @param words folded; '' for what is no word  @param flags all `WordFlag`s of a word's readings
 */
export function markAddresses(words: readonly string[], flags: (i: number) => number): (RegisterMarker['register'] | undefined)[] {
  const found: (RegisterMarker['register'] | undefined)[] = words.map(() => undefined);
  words.forEach((word, i) => {
    if (word === '') return;
    found[i] ??= pronoun(words, i);
    if (word.length > 2 && found[i] === undefined && isVousVerb(words, i, flags)) found[i] = 'formal';
    if (word === 'tu' || word === 'toi' || word === "t'") markVerb(words, i, flags, found);
    if (word === '-tu' && i > 0) found[i - 1] ??= 'informal';
  });
  return found;
}

function valueOf(markers: readonly RegisterMarker[]): RegisterReading['value'] {
  const formal = markers.some((marker) => marker.register === 'formal');
  const informal = markers.some((marker) => marker.register === 'informal');
  return formal ? (informal ? 'mixed' : 'formal') : informal ? 'informal' : 'neutral';
}

function pronoun(words: readonly string[], i: number): RegisterMarker['register'] | undefined {
  const word = words[i]!;
  if (FORMAL.has(word)) return 'formal';
  if (word === 'ton' && BEFORE_NOUN.has(words[i - 1] ?? '')) return undefined;
  // « il s'est tu », « elle a tu »
  if (word === 'tu' && /^(?:est|a|ai|ont|avait|etait|sont)$/.test(words[i - 1] ?? '')) return undefined;
  if (INFORMAL.has(word)) return 'informal';
  return YOURS.test(word) && ARTICLES.has(words[i - 1] ?? '') ? 'informal' : undefined;
}

const OTHER_PERSONS = WordFlag.first | WordFlag.tu | WordFlag.third | WordFlag.nous | WordFlag.nominal | WordFlag.invariable | WordFlag.pastParticiple;

/** « avez », « voulez », « êtes », « faites » after « vous » or where no participle can stand. */
function isVousVerb(words: readonly string[], i: number, flags: (i: number) => number): boolean {
  if (!/(?:ez|tes)$/.test(words[i]!)) return false;
  const known = flags(i);
  if ((known & WordFlag.vous) === 0) return false;
  if ((known & OTHER_PERSONS) === 0) return true;
  for (let j = i - 1; j >= 0 && j >= i - 4; j--) {
    if (words[j] === 'vous') return true;
    if (!CLITICS.has(words[j]!)) return words[i + 1] === '-vous' || (j === i - 1 && (words[j] === '' || JOINING.has(words[j]!)));
  }
  return i === 0 || words[i + 1] === '-vous';
}

/** The verb of the « tu » (or « toi qui ») at `i`: after it, past object pronouns, or before it in a question without hyphen. */
function markVerb(words: readonly string[], i: number, flags: (i: number) => number, found: (RegisterMarker['register'] | undefined)[]): void {
  let j = i + 1;
  while (j < words.length && j <= i + 4 && CLITICS.has(words[j]!)) j++;
  if (words[i] === 'toi' && words[i + 1] !== 'qui') return;
  if (words[i] === "t'") {
    // « t'as », « t'en penses »: only forms that no other person shares; « je t'avais » is said by another.
    if (j < words.length && words[j] !== '' && (flags(j) & ~WordFlag.nominal) === WordFlag.tu) found[j] ??= 'informal';
    return;
  }
  if (j < words.length && words[j] !== '' && (flags(j) & WordFlag.tu) !== 0) found[j] ??= 'informal';
  else if (i > 0 && words[i - 1] !== '' && (flags(i - 1) & WordFlag.tu) !== 0) found[i - 1] ??= 'informal';
}

/** Verbs in the imperative where a clause begins: « Regarde », « n'oublie pas », « dis-moi ». Returns the indexes it marked. */
function markImperatives(text: string, tokens: readonly Token[], words: readonly string[], flags: (i: number) => number, found: (RegisterMarker['register'] | undefined)[]): Set<number> {
  const marked = new Set<number>();
  const informal = found.includes('informal') && !found.includes('formal');
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.length < 2 || found[i] || NO_IMPERATIVE.has(word) || /^-(?:t-)?(?:ils?|elles?|on|je|vous)$/.test(words[i + 1] ?? '')) continue;
    const negated = words[i - 1] === 'ne' || words[i - 1] === "n'";
    const before = negated ? i - 2 : i - 1;
    const opening = opensClause(text, tokens, words, before);
    if (opening === 'no') continue;
    const known = flags(i);
    if ((known & WordFlag.imperative) === 0 || (known & WordFlag.tu) === 0) continue;
    const pointed = /^-(?:moi|toi|le|la|les|lui|leur|nous|y|en|t'|m')$/.test(words[i + 1] ?? '');
    const ambiguous = (known & (WordFlag.nominal | WordFlag.invariable)) !== 0;
    const sure = opening === 'sentence' && !ambiguous && (negated || (known & WordFlag.third) === 0 || isPlainImperative(words, i));
    const followed = opening === 'sentence' && AFTER_IMPERATIVE.has(words[i + 1] ?? '');
    if (pointed || sure || followed || (informal && (opening === 'sentence' || !ambiguous))) {
      found[i] = 'informal';
      marked.add(i);
    }
  }
  return marked;
}

/** A verb in -e that opens a sentence and is followed by an object rather than by its subject. */
function isPlainImperative(words: readonly string[], i: number): boolean {
  return !(words[i + 1] ?? '').startsWith('-') && words[i + 1] !== 'qui';
}

function opensClause(text: string, tokens: readonly Token[], words: readonly string[], before: number): 'sentence' | 'clause' | 'no' {
  if (before < 0) return 'sentence';
  if (words[before] !== '') return JOINING.has(words[before]!) ? 'clause' : 'no';
  const sign = text.charAt(tokens[before]!.start);
  if (/[.!?…:«"“\-–—]/.test(sign)) return 'sentence';
  return sign === ',' || sign === ';' || sign === '(' ? 'clause' : 'no';
}
