import { foldWord } from '../../read/index.js';

export type Tense = 'present' | 'future' | 'conditional' | 'imperfect';

const FUTURE = /r(?:ai|as|a|ons|ez|ont)$/;
const CONDITIONAL = /r(?:ais|ait|ions|iez|aient)$/;
const IMPERFECT = /(?:ais|ait|ions|iez|aient)$/;
/** Presents that end like an imperfect. */
const LIKE_IMPERFECT = /(?:^|re|de|satis|contre)fai[ts]$|(?:pl|conn|par|n|tr|t)ait$|(?:^|re)(?:sais|sait|vais|hais|hait)$|^mais$/;

/**
 * The tense of a finite form by its ending, told by its lemma from endings that only look so: « livrons » and « montrait » have the r of their stem. The literary
 * past (« livra ») counts as present.
 */
export function tenseOf(form: string, lemma: string): Tense {
  const stem = foldWord(lemma).replace(/(?:er|ir|oir|re)$/, '');
  const ending = form.startsWith(stem) ? form.slice(stem.length) : '';
  const isStem = /^(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$/.test(ending);
  if (FUTURE.test(form) && !isStem) return 'future';
  if (CONDITIONAL.test(form) && !isStem) return 'conditional';
  return IMPERFECT.test(form) && !LIKE_IMPERFECT.test(form) && !/^(?:ons|ez)$/.test(ending) ? 'imperfect' : 'present';
}
