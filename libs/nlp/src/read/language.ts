import { franc } from 'franc';
import { type KnownLanguage, LANGUAGES, scoreGroups } from './language-groups.js';
import { STOP_WORDS } from './stop-words.js';

export interface LanguageReading {
  /** BCP 47; `und` when the text gives no ground. */
  readonly code: string;
  /** 0 to 1: the share of this language among the candidates, on the evidence of this text and the prior. */
  readonly confidence: number;
  /** Sure enough to leave a turn out of what is read as French, or in. */
  readonly reliable: boolean;
}

const UNDETERMINED: LanguageReading = { code: 'und', confidence: 0, reliable: false };
/** Longer texts say no more. */
const LONGEST = 1000;
/** From this many letters on, franc is asked for languages that the first opinion does not know. */
const LONG = 90;

/** Tuned on half of short subtitle lines (XED), measured on the other half. */
const STOP_WORD_WEIGHT = 160;
const LETTER_WEIGHT = 90;
const PRIOR_WEIGHT = 130;
const SPREAD = 90;
const RELIABLE = 0.8;

/** Scripts that settle the question, and the language they are taken for. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'], [/\p{Script=Cyrillic}/gu, 'ru'], [/\p{Script=Greek}/gu, 'el'], [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Han}/gu, 'zh'], [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'], [/\p{Script=Hangul}/gu, 'ko'], [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'], [/\p{Script=Armenian}/gu, 'hy'], [/\p{Script=Georgian}/gu, 'ka'],
];

/** franc's ISO 639-3 codes of languages met in a French contact centre that the first opinion does not know. */
const OTHERS: Readonly<Record<string, string>> = {
  pol: 'pl', ron: 'ro', tur: 'tr', swe: 'sv', dan: 'da', nob: 'no', nno: 'no', fin: 'fi', ces: 'cs', slk: 'sk', hun: 'hu', hrv: 'hr', cat: 'ca', vie: 'vi', ind: 'id', sqi: 'sq',
};
const KNOWN_TO_FRANC = ['fra', 'eng', 'spa', 'ita', 'por', 'deu', 'nld'];

/**
 * The language of a text. Short texts are judged by letter groups (eld's) and small words, long ones also by franc, which
 * knows more languages. `prior` is the language of the conversation: it decides where the text is too short to, and never
 * outweighs clear evidence. Only the first 1,000 units are read.
 */
export function detectLanguage(text: string, options: { readonly prior?: string } = {}): LanguageReading {
  const sample = withoutAddresses(text.slice(0, LONGEST));
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return options.prior ? { code: options.prior, confidence: 0.5, reliable: false } : UNDETERMINED;
  const script = dominantScript(sample, letters);
  if (script) return { code: script, confidence: 0.99, reliable: letters >= 3 };
  const lower = sample.toLowerCase().replaceAll('’', "'");
  const words = lower.split(/[^\p{L}]+(?<!['`])/u).filter(Boolean);
  const { scores, count } = scoreGroups(words);
  addStopWords(lower, scores);
  addLetters(lower, scores);
  const prior = LANGUAGES.findIndex((language) => language === options.prior);
  if (prior >= 0) scores[prior]! += PRIOR_WEIGHT;
  const best = scores.indexOf(Math.max(...scores));
  if (scores[best]! <= 0) return options.prior ? { code: options.prior, confidence: 0.5, reliable: false } : UNDETERMINED;
  const confidence = share(scores, best);
  const other = letters >= LONG ? secondOpinion(sample, scores[best]! / Math.max(1, count)) : undefined;
  if (other) return { code: other, confidence: 0.8, reliable: true };
  return { code: LANGUAGES[best]!, confidence, reliable: confidence >= RELIABLE && count >= 2 };
}

function withoutAddresses(text: string): string {
  return text.replace(/\b(?:https?:\/\/|www\.)\S{1,300}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g, ' ');
}

function dominantScript(sample: string, letters: number): string | undefined {
  for (const [script, code] of SCRIPTS) if ((sample.match(script)?.length ?? 0) > letters / 2) return code;
  return undefined;
}

function addStopWords(lower: string, scores: number[]): void {
  const seen = new Set<string>();
  for (const word of lower.match(/[\p{L}\p{M}]+'?(?:(?<=\b(?:i|you|it|that|what|we|don|doesn|didn|can|won|isn|let|c|aujourd)')\p{L}+)?/gu) ?? []) {
    if (seen.has(word)) continue;
    seen.add(word);
    for (const [language, weight] of STOP_WORDS.get(word) ?? []) scores[LANGUAGES.indexOf(language)]! += weight * STOP_WORD_WEIGHT;
  }
}

/** Signs and letters that few of the languages write. */
const LETTERS: readonly (readonly [RegExp, readonly KnownLanguage[]])[] = [
  [/[¿¡ñ]/u, ['es']], [/[ãõ]/u, ['pt']], [/ß/u, ['de']], [/[œûîëù]|[êâ](?!o)/u, ['fr']], [/[òì]/u, ['it']], [/[äö]/u, ['de']], [/ü/u, ['de', 'es']],
  [/[áíú]/u, ['es', 'pt']], [/ó/u, ['es', 'pt']], [/ç/u, ['fr', 'pt']], [/è/u, ['fr', 'it']], [/à/u, ['fr', 'it', 'pt']], [/é/u, ['fr', 'es', 'pt', 'it', 'nl']],
  [/ij(?![a-z]*[áéíóú])/u, ['nl']], [/\bnh|nh[aeo]|lh[aeo]|ção|ções/u, ['pt']], [/[a-z]{2}-(?:lo|la|los|las|me|te|se|lhe|nos)\b/u, ['pt']], [/ll[aeo]|ción/u, ['es']], [/\b(?:th|wh)|ing\b|'(?:s|re|ll|ve|t|m|d)\b/u, ['en']],
  [/\b(?:sch|zw)|cht\b|ung\b/u, ['de']], [/aa|oo[a-z]|uu|ee[a-z]/u, ['nl', 'en']], [/zz|cch|gli|ggi|tt[aeio]\b/u, ['it']], [/eux\b|eau\b|oi[st]\b|ez\b|\b[cdjlmnst]'|qu'/u, ['fr']],
];

function addLetters(lower: string, scores: number[]): void {
  for (const [letters, languages] of LETTERS) {
    if (!letters.test(lower)) continue;
    for (const language of languages) scores[LANGUAGES.indexOf(language)]! += LETTER_WEIGHT / languages.length;
  }
}

/** The best score's share when scores are read as log-odds. */
function share(scores: readonly number[], best: number): number {
  return 1 / scores.reduce((sum, score) => sum + Math.exp((score - scores[best]!) / SPREAD), 0);
}

/** Letter groups of a language that fits bring about 90 each; far below it the text may be in another language. */
const POOR_FIT = 75;

function secondOpinion(sample: string, fit: number): string | undefined {
  if (fit > POOR_FIT) return undefined;
  const code = franc(sample, { only: [...KNOWN_TO_FRANC, ...Object.keys(OTHERS)] });
  return OTHERS[code];
}
