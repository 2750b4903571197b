import type { Lexicon } from '../../src/read/index.js';

/** A small fast generator with a seed (mulberry32), so that every run measures the same rules on the same text. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SMALL = "de la le les et à un une des en du je vous nous que qui est ne pas pour dans ce il au sur se par avec plus votre mais on avez bien si ou sont être fait tout".split(' ');
const VERBS = 'pouvoir vouloir devoir faire prendre donner envoyer rappeler vérifier rembourser livrer attendre comprendre demander recevoir payer ouvrir fermer changer annuler'.split(' ');
const NOUNS = 'commande colis facture livraison adresse compte client service produit demande dossier délai réponse message contrat numéro date retour échange paiement carte site magasin conseiller technicien'.split(' ');

type Pick = <T>(from: readonly T[]) => T;

/** Words by falling frequency, as in French text: few small words everywhere, many rare ones now and then, some that no lexicon knows. */
function wordSource(lexicon: Lexicon, pick: Pick, random: () => number): () => string {
  const verbs = VERBS.flatMap((verb) => lexicon.forms(verb));
  const nouns = NOUNS.flatMap((noun) => lexicon.forms(noun));
  const syllables = 'ba bo cha con dé di é fa for gar in jou la li mar mon na or par per pro qua ra re sa ser ta tion tou ven vi'.split(' ');
  const invented = Array.from({ length: 20_000 }, () => pick(syllables) + pick(syllables) + pick(syllables) + (random() < 0.5 ? 's' : ''));
  return () => {
    const roll = random();
    if (roll < 0.45) return pick(SMALL);
    if (roll < 0.52) return pick(nouns);
    if (roll < 0.58) return pick(verbs);
    // Zipf's law over the rest: rank r about as often as 1/r.
    return invented[Math.floor(invented.length ** random()) - 1]!;
  };
}

/** Turns of French-like text, about `bytes` UTF-8 bytes in all. */
export function sampleTurns(lexicon: Lexicon, bytes: number, seed = 7): string[] {
  const random = seeded(seed);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)]!;
  const word = wordSource(lexicon, pick, random);
  const turns: string[] = [];
  let made = 0;
  while (made < bytes) {
    let turn = '';
    for (let sentence = 1 + Math.floor(random() * 4); sentence > 0; sentence -= 1) {
      let text = '';
      for (let count = 4 + Math.floor(random() * 12); count > 0; count -= 1) {
        const next = random() < 0.04 ? pick(["c'est", 'c’est', 'j’ai', "n'est", 'l’adresse', '48', 'rendez-vous']) : word();
        text += (text === '' ? '' : random() < 0.05 ? ', ' : ' ') + next;
      }
      turn += `${text[0]!.toUpperCase()}${text.slice(1)}${random() < 0.8 ? '.' : ' ?'} `;
    }
    turns.push(turn.trimEnd());
    made += Buffer.byteLength(turn);
  }
  return turns;
}

const content = (words: readonly string[]): string => words.find((one) => !SMALL.includes(one) && one.length > 2) ?? words[0]!;

/** Two words of a row, a gap between them: the one that the text has least often (rules are about words that say something), and the first or last. */
function apart(words: readonly string[], counts: ReadonlyMap<string, number>): string {
  const rarest = words.reduce((best, one) => ((counts.get(one) ?? 0) < (counts.get(best) ?? 0) ? one : best));
  const last = words.at(-1)!;
  return rarest === last ? `${words[0]!} … ${rarest}` : `${rarest} … ${last}`;
}

/**
 * A rule is about at least one word that stands no oftener than this in the turns counted, about once in 10,000 words: a rule that speaks up in every other
 * turn is soon taken out of a rulebook.
 */
const TELLING = 10;

/** How often each word stands in the first turns. */
function wordCounts(turns: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const turn of turns.slice(0, 4000)) for (const word of turn.toLowerCase().match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * `count` patterns: half phrases, a quarter with a lemma, an eighth with a gap, an eighth negations. The first `hitting` are cut out of the
 * text so that they are found; the others have a word the text does not. `telling` is how often, in the turns counted, the rarest word of a row may stand.
 */
export function mixedPatterns(lexicon: Lexicon, turns: readonly string[], count: number, hitting: number, telling = TELLING): string[] {
  const random = seeded(11);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)]!;
  const syllables = 'bra cro dra fli gru pla sto tre vro zin'.split(' ');
  const counts = wordCounts(turns);
  const absent = (): string => pick(syllables) + pick(syllables) + pick(syllables) + pick(syllables);
  const run = (length: number): string[] => {
    for (;;) {
      const words = (pick(pick(turns).split(/[.?]/)).toLowerCase().match(/\p{L}+/gu) ?? []).filter((one) => one.length > 1);
      if (words.length >= length) {
        const from = Math.floor(random() * (words.length - length + 1));
        const cut = words.slice(from, from + length);
        if (cut.some((one) => !SMALL.includes(one) && (counts.get(one) ?? 0) <= telling)) return cut;
      }
    }
  };
  return Array.from({ length: count }, (_, index) => {
    const found = index < hitting;
    const words = run(2 + Math.floor(random() * 3));
    if (!found) words[Math.floor(random() * words.length)] = absent();
    switch (index % 8) {
      case 0:
      case 1:
      case 2:
      case 3:
        return words.join(' ');
      case 4:
      case 5:
        return `{${pick(index % 2 === 0 ? VERBS : NOUNS)}} [${pick(SMALL)}] ${found ? content(words) : absent()}`;
      case 6:
        return found ? apart(words, counts) : `${absent()} … ${content(words)}`;
      default:
        return `ne {${pick(VERBS)}} pas ${found ? content(words) : absent()}`;
    }
  });
}
