import type { PledgeAct } from '#domain';
import type { Clause } from './clauses/clause.js';
import { ACT_FRAMES, type ActFrame, GOODS } from './lexicon/act-frames.js';
import { Phrases } from './clauses/phrases.js';
import { WordFlag } from '../read/index.js';
import { nounsOf } from './noun-act.js';
import { lemmasOf, type VerbGroup } from './verbs/verb-group.js';
import type { TurnWords } from './words/turn-words.js';

/** Whoever takes a case over. Folded. */
const OTHERS = new Set(
  'service equipe responsable direction directeur directrice collegue chef superviseur manager technique compta comptabilite logistique siege mediateur juriste commission developpeurs developpeur fournisseur partenaire assureur magasin agence atelier specialiste expert gestionnaire referent hierarchie interesse concerne qui'.split(' '),
);
const NEW = /^(?:nouveau|nouvel|nouvelle|nouveaux|nouvelles|neuf|neuve|neufs|neuves|autre|autres)$/;
const HANDING = new Set('envoyer renvoyer livrer relivrer expédier réexpédier adresser partir parvenir mettre remettre donner apporter fournir commander déposer recevoir avoir installer poser'.split(' '));

/** Verb → its frames, in the order of the table. Most clauses have none. */
const FRAMES_OF: ReadonlyMap<string, readonly ActFrame[]> = new Map([...new Set(ACT_FRAMES.flatMap(({ verbs }) => [...verbs]))].map((verb) => [verb, ACT_FRAMES.filter(({ verbs }) => verbs.has(verb))]));

function hasCommon(nouns: ReadonlySet<string>, kind: ReadonlySet<string>): boolean {
  for (const noun of nouns) if (kind.has(noun)) return true;
  return false;
}

/** The act that a verb and the kind of thing that it is done to tell together; undefined: they tell none. */
export function frameAct(words: TurnWords, clause: Clause, group: VerbGroup): PledgeAct | undefined {
  const lemmas = lemmasOf(group);
  const isHanding = lemmas.some((lemma) => HANDING.has(lemma));
  const frames = lemmas.length === 1 ? FRAMES_OF.get(lemmas[0]!) : lemmas.flatMap((lemma) => FRAMES_OF.get(lemma) ?? []).sort((a, b) => a.place - b.place);
  if (frames !== undefined && frames.length > 0) {
    const nouns = nounsOf(words, ...objectRange(clause, group));
    const isCustomers = (group.subject === 'vous' || group.subject === 'tu') && !group.isPassive;
    for (const { act, nouns: kind, isToOthers, isOwn } of frames) {
      if ((isOwn && isCustomers) || !hasCommon(nouns, kind)) continue;
      if (!isToOthers || goesToOthers(words, clause, group)) return act;
    }
  }
  if (!isHanding) return undefined;
  if (isNewOne(words, ...objectRange(clause, group))) return 'exchange';
  return ['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic)) && BY_MAIL.isIn(words, group.end, clause.end) ? 'send-document' : undefined;
}

/** « à ma responsable », « vers le service concerné », « je leur envoie »; not « je vous envoie ». */
function goesToOthers(words: TurnWords, clause: Clause, group: VerbGroup): boolean {
  if (group.clitics.has('vous') || group.clitics.has('te') || group.clitics.has("t'") || group.subject === 'vous' || group.subject === 'tu') return false;
  if (group.clitics.has('leur') || group.clitics.has('lui')) return true;
  for (let i = group.end; i < clause.end; i++) {
    if (/^(?:a|au|aux|vers|pour|chez)$/.test(words.at(i)) && [1, 2, 3].some((ahead) => i + ahead < clause.end && (OTHERS.has(words.at(i + ahead)) || words.nouns(i + ahead).some((noun) => OTHERS.has(noun))))) return true;
  }
  return false;
}

/** Its object: in the passive what stands before it. */
const objectRange = (clause: Clause, group: VerbGroup): readonly [number, number] => (group.isPassive ? [clause.start, group.start] : [group.end, clause.end]);

/** « vous la recevez par mail »: what goes that way is no parcel. */
const BY_MAIL = new Phrases('par mail|par email|par e-mail|par courriel|par sms|en piece jointe|en pj|dans votre espace|sur votre espace|dans votre boite mail');

/** « une nouvelle paire », « un autre lit », « un grille-pain neuf », « je vous fais partir la nouvelle »: goods in place of others. */
export function isNewOne(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (isNewAlone(words, i, to)) return true;
    if (/^(?:la|le|les)$/.test(words.at(i - 1)) && /^bon(?:ne)?s?$/.test(words.at(i)) && i + 1 < to && isGood(words, i + 1)) return true;
    if (NEW.test(words.at(i)) && [i + 1, i - 1].some((at) => at >= from && at < to && isGood(words, at))) return true;
  }
  return false;
}

/** « je vous fais partir la nouvelle demain »: without its noun. */
export const isNewAlone = (words: TurnWords, i: number, to: number): boolean =>
  /^(?:la|le)$/.test(words.at(i - 1)) && /^(?:nouveau|nouvelle|neuf|neuve)$/.test(words.at(i)) && (i + 1 >= to || !words.has(i + 1, WordFlag.nominal) || words.word(i + 1).tellsTime || /^(?:debut|fin|courant|des|avant|sous|pour|par|dans|chez)$/.test(words.at(i + 1)));

const isGood = (words: TurnWords, i: number): boolean => (words.kind(i) === 'word' ? words.word(i).nounForms.some((form) => GOODS.has(form)) : GOODS.has(words.at(i)));
