import { WordFlag } from '../../read/index.js';
import type { VerbGroup } from '../verbs/verb-group.js';
import type { TurnWords } from '../words/turn-words.js';
import type { Clause, Link } from './clause.js';

const QUE = new Set(['que', "qu'"]);
/** Words before « que » that make a conjunction with it. */
const CONJUNCTIONS: ReadonlyMap<string, Link> = new Map<string, Link>([
  ['parce', 'because'], ['vu', 'because'], ['tandis', 'because'], ['pour', 'purpose'], ['afin', 'purpose'], ['sans', 'purpose'], ['avant', 'purpose'], ['bien', 'purpose'], ['quoi', 'purpose'], ['sorte', 'none'],
  ['des', 'when'], ['fois', 'when'], ['tant', 'when'], ['condition', 'si'], ['reserve', 'si'], ['moins', 'si'], ['cas', 'si'], ['aussitot', 'when'], ['apres', 'when'], ['lors', 'because'],
]);
const ALONE: ReadonlyMap<string, Link> = new Map<string, Link>([
  ['si', 'si'], ["s'", 'si'], ['quand', 'when'], ['lorsque', 'when'], ["lorsqu'", 'when'], ['puisque', 'because'], ["puisqu'", 'because'], ['comme', 'because'], ['car', 'because'], ['dont', 'relative'], ['ou', 'none'],
]);

const ASKING = new Set('demander redemander regarder vérifier voir savoir chercher rechercher'.split(' '));

/** What ties the clause that starts at `start` to the one before it. */
export function linkOf(words: TurnWords, group: VerbGroup, start: number, before: Clause | undefined): { link: Link; linkAt: number; matrix: Clause | null } {
  if (group.subject === 'qui') return { link: isCleft(before) ? 'cleft' : 'relative', linkAt: start, matrix: before ?? null };
  const at = start - 1;
  const word = words.at(at);
  if (QUE.has(word)) {
    // « je demande | ce qu'il en a fait »; « jusqu'à ce que tout soit fini »
    if (words.at(at - 1) === 'ce' && words.at(at - 2) !== 'a' && before?.group?.verbs.at(-1)!.some((lemma) => ASKING.has(lemma))) return { link: 'relative', linkAt: at - 1, matrix: before ?? null };
    if (words.at(at - 1) === 'ce' && words.at(at - 3) === "jusqu'") return { link: 'purpose', linkAt: at - 3, matrix: null };
    const link = CONJUNCTIONS.get(words.at(at - 1));
    if (link !== undefined) return { link, linkAt: conjunctionStart(words, at), matrix: null };
    if (isCleft(before) && before!.group!.end < at) return { link: 'cleft', linkAt: at, matrix: before! };
    const isComplement = before !== undefined && before.group !== null && (isNear(before.group.end, at) || words.has(at - 1, WordFlag.infinitive));
    return { link: isComplement || before === undefined ? 'complement' : 'relative', linkAt: at, matrix: before ?? null };
  }
  // « ben si il y a un préavis » says yes.
  if (word === 'si' && /^(?:ah|mais|ben|oh|non)$/.test(words.at(at - 1))) return { link: 'none', linkAt: start, matrix: null };
  if (word === 'jamais' && words.at(at - 1) === 'si') return { link: 'si', linkAt: at - 1, matrix: null };
  const link = ALONE.get(word);
  if (link === 'si' && words.at(at - 1) === 'meme') return { link: 'because', linkAt: at - 1, matrix: null };
  return { link: link ?? 'none', linkAt: link === undefined ? start : at, matrix: null };
}

/** « c'est quarante-cinq euros qu'on vous verse », « il y a quelqu'un qui passe demain ». */
const isCleft = (before: Clause | undefined): boolean =>
  (before?.group?.subject === 'ce' && before.group.verbs.at(-1)!.includes('être')) || (before?.group?.clitics.has('y') === true && before.group.verbs.at(-1)!.includes('avoir'));

/** « je vous confirme, Madame, que »: few words between the verb and what completes it. */
const isNear = (end: number, que: number): boolean => que - end <= 4;

/** « dès que », « à condition que », « une fois que », « sous réserve que ». */
function conjunctionStart(words: TurnWords, que: number): number {
  const before = words.at(que - 1);
  return before === 'condition' || before === 'fois' || before === 'reserve' || before === 'moins' || before === 'cas' ? que - 2 : que - 1;
}
