import { parsePattern } from '../../pattern/parse-pattern.js';
import type { Pattern } from '../../pattern/pattern-node.js';

export const DIMENSIONS = ['formality', 'courtesy', 'certainty', 'positivity', 'empathy'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

interface Words {
  readonly raises: readonly string[];
  readonly lowers: readonly string[];
}

/**
 * The words that move each dimension, up or down; written for the project. They describe words, never the state of mind of who says
 * them. A rule adds its own with `raises` and `lowers`.
 */
const WORDS: Readonly<Record<Dimension, Words>> = {
  formality: {
    raises: ['(madame | monsieur | mesdames | messieurs)', '{veuillez}', 'nous vous (prions | remercions | informons)', 'je vous prie', "n'hésitez pas", 'cordialement', 'salutations', 'bien à vous', 'je me permets', 'par ailleurs', 'toutefois', 'néanmoins', 'cependant', 'ainsi que', 'afin de', 'concernant', 'votre (demande | dossier | commande | courrier | courriel | réclamation)', 'vous'],
    lowers: ['(salut | coucou | hello)', '(ouais | ouaip | nan | bah | ben | bon ben | euh | hein)', '(super | cool | nickel | génial | sympa)', "(t'inquiète | pas de souci | pas de soucis | ça marche | ça roule | no problem)", '(truc | trucs | machin | boulot | bosser)', '(tu | toi | ton | tes)', 'du coup', '(mdr | lol | ptdr)', '(bisous | biz | a plus | ciao | tchao)', 'on va', 'ok'],
  },
  courtesy: {
    raises: ['bonjour', 'bonsoir', "s'il vous plaît", "je vous (en) prie", 'merci [beaucoup | infiniment]', 'je vous remercie', 'nous vous remercions', '(avec plaisir | volontiers)', 'au revoir', '(bonne | belle | excellente) (journée | soirée | fin de journée | semaine)', 'bon week-end', 'puis-je', 'pourriez-vous', 'pouvez-vous', 'auriez-vous', 'si vous (le voulez bien | le souhaitez | voulez bien)', "(excusez-moi | veuillez m'excuser | pardon)", 'cordialement', 'à votre (disposition | service)', '(madame | monsieur)'],
    lowers: ['vous devez', 'il faut que vous', "(vous n'avez qu'à | vous avez qu'à)", '(calmez-vous | taisez-vous | attendez | écoutez)', 'débrouillez-vous', 'tant pis', 'je vous (répète | rappelle) que', 'vous auriez dû', "ce n'est pas mon problème", "et alors", "c'est comme ça"],
  },
  certainty: {
    raises: ['je vous (confirme | garantis | assure)', 'nous vous (confirmons | garantissons | assurons)', "c'est (noté | fait | enregistré | confirmé)", '(certainement | absolument | tout à fait | sans faute)', 'dès (maintenant | aujourd\'hui | à présent)', '(avant | au plus tard | sous | d\'ici) <date>', 'sous <durée>', 'je (vérifie | fais | prends | lance | transmets | rappelle)', '<date>', 'je (prends en charge | m\'en occupe)'],
    lowers: ['peut-être', '(normalement | en principe | logiquement | théoriquement)', '(éventuellement | possiblement | probablement | sûrement)', 'je (pense | crois | suppose)', 'il me semble', 'on verra', '(je ne | nous ne) sais pas', 'sauf erreur', "dès que possible", 'au plus vite', 'dans les (meilleurs | plus brefs) délais', 'je vais essayer', 'nous allons essayer', 'si tout va bien', 'ça devrait', 'cela devrait', '(un peu | plus ou moins | à peu près)', '(je serais | nous serions) tenté'],
  },
  positivity: {
    raises: ['(avec plaisir | volontiers | bien sûr | tout à fait | parfait | parfaitement | excellent | excellente)', 'je vous propose', 'nous vous proposons', 'voici (ce que | comment)', '(je peux | nous pouvons) vous', '{ravir}', '{heureux}', '(solution | possibilité | possible)', 'merci', 'bonne nouvelle', '(félicitations | bravo)', '(réglé | résolu | rétabli)', 'vous pouvez', 'nous allons'],
    lowers: ['(impossible | malheureusement | hélas)', 'ne {pouvoir} pas', "c'est pas", "ce n'est pas", "il n'y a (pas | rien | aucun)", '{problème}', '{souci}', '(refus | refuser | refusé)', '{regretter}', 'désolé', 'jamais', '(erreur | panne | retard | faute | échec)', '(grave | difficile | compliqué)', 'non', 'aucun', 'sans (solution | suite)', '{interdire}', '{perdre}'],
  },
  empathy: {
    raises: ['je (comprends | conçois | mesure | imagine)', 'nous (comprenons | mesurons)', 'je (vois | sais) (bien) que', 'à votre (écoute | disposition)', '(désolé | navré) (pour | de | que)', 'je vous présente (mes | nos) excuses', 'nous vous présentons nos excuses', '(toutes mes | toutes nos | mes sincères) excuses', 'votre (situation | inquiétude | attente | déception | agacement | mécontentement)', 'merci de (votre patience | votre compréhension | me l\'avoir dit | me le signaler)', "merci d'avoir (attendu | patienté | signalé)", 'si je comprends bien', 'vous avez raison', '(c\'est légitime | c\'est normal)', 'prenez votre temps', 'comment vous sentez-vous', 'je prends (note | en compte | en charge)'],
    lowers: ["c'est (la procédure | la règle | comme ça | marqué | écrit)", "ce n'est (rien | pas grave | pas mon problème | pas ma faute)", 'calmez-vous', 'vous auriez dû', 'vous (exagérez | abusez | vous trompez)', "je n'y peux rien", "je ne peux rien", 'tant pis', 'débrouillez-vous', 'vous êtes le (seul | premier)', 'lisez', 'il fallait', 'relisez', 'ça arrive'],
  },
};

/** Parsed once; a slip in the lists above fails loudly at start. */
export const TONE_PATTERNS: Readonly<Record<Dimension, { raises: readonly Pattern[]; lowers: readonly Pattern[] }>> = {
  formality: parsedWords(WORDS.formality),
  courtesy: parsedWords(WORDS.courtesy),
  certainty: parsedWords(WORDS.certainty),
  positivity: parsedWords(WORDS.positivity),
  empathy: parsedWords(WORDS.empathy),
};

function parsedWords({ raises, lowers }: Words): { raises: readonly Pattern[]; lowers: readonly Pattern[] } {
  return { raises: raises.map(parsed), lowers: lowers.map(parsed) };
}

function parsed(text: string): Pattern {
  const result = parsePattern(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem.message}`);
  return result.pattern;
}
