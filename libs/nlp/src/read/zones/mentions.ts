/**
 * What a line mentions, whatever its language. Each pattern looks at a bounded text and has no nested repetition.
 */
const NUMERIC_DATE = /\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})/;
const MONTH = '(?:jan|f[ée][bv]|mars?|a[vp]r|ma[iy]|jui?n|jui?l|a[ou][ûu]?[tg]|sept?|o[ck]t|nov|d[ée][cz])';
/** « 2 mars », « 1er avril », « March 2nd » */
const NAMED_DATE = new RegExp(`\\b\\d{1,2}(?:er|st|nd|rd|th)?\\.? (?:de )?${MONTH}|\\b${MONTH}\\p{L}*\\.? \\d{1,2}\\b`, 'iu');
/** Another language's month: « 20. lokakuuta 2017 ». */
const DAY_WORD_YEAR = /\b\d{1,2}\.? \p{L}{3,12}\.? \d{4}\b/u;
const YEAR = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b/;
const WEEKDAY = /\b(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)(?:di|day|credi|dredi|e|anche|[a-z]{2,6}day)?[ .,]/i;
/** With a point only after a year: elsewhere it is a price. */
const TIME = /\b\d{1,2} ?(?::|h) ?\d{2}\b|\b\d{4}(?:,| klo| kl\.?)? {1,2}\d{1,2}\.\d{2}\b/i;
const BRACKETED_ADDRESS = /[<([]\s?(?:mailto:)?[^<>()[\]\s]{1,80}@[^<>()[\]\s]{3,80}\s?[>)\]]/;

export const mentionsDate = (text: string): boolean => /\d/.test(text) && (NUMERIC_DATE.test(text) || NAMED_DATE.test(text) || DAY_WORD_YEAR.test(text));
/** The year or the day of the week: what mail programs write and people leave out. */
export const mentionsFullDate = (text: string): boolean => mentionsDate(text) && (YEAR.test(text) || WEEKDAY.test(text));
export const mentionsTime = (text: string): boolean => TIME.test(text);
/** `<anne@exemple.example>`, also in other brackets. */
export const mentionsMailbox = (text: string): boolean => text.includes('@') && BRACKETED_ADDRESS.test(text);
/** An address, bracketed or not. */
export const mentionsAddress = (text: string): boolean => /[^\s@]@[^\s@]+\.[^\s@]/.test(text);
