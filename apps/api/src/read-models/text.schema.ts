import { z } from 'zod';

// As patterns, and without \p{…}: what JSON Schema can say is in the OpenAPI document, in a form that every client's engine reads.
// No two parts of them take the same sign, so that a long text costs no more than its length.
const NO_NUL = new RegExp(String.raw`^[^\u0000]*$`);
const WRITTEN = new RegExp(String.raw`^\s*[^\s\u0000][^\u0000]*$`);
const ONE_LINE = new RegExp(String.raw`^[^\u0000-\u001f\u007f-\u009f]*$`);
const NOT_BLANK = /\S/;

const NUL = 'Le signe U+0000 ne se garde pas. · U+0000 cannot be kept.';
const BLANK = 'Il faut autre chose que des blancs. · Something else than blanks is needed.';

/** A text as it came, e.g. an id of the company's systems; PostgreSQL keeps no U+0000. */
export const kept = (max: number) => z.string().min(1).max(max).regex(NO_NUL, NUL);

/** The same, or nothing yet. */
export const keptOrNothing = (max: number) => z.string().max(max).regex(NO_NUL, NUL);

/** What somebody wrote, on as many lines as it takes, without the blanks around it. */
export const written = (max: number) => z.string().trim().min(1).max(max).regex(WRITTEN, 'Il faut autre chose que des blancs, sans signe U+0000. · Something else than blanks is needed, without U+0000.');

/** Words of one line, without control characters and the blanks around them. */
export const oneLine = (max: number) => z.string().trim().min(1).max(max).regex(ONE_LINE, 'Sur une ligne, sans signe de commande. · On one line, without control characters.').regex(NOT_BLANK, BLANK);

/** A date; the calendar of PostgreSQL has no year 0. */
export const day = z.iso.date().refine((text) => !text.startsWith('0000'), 'Il n’y a pas d’année 0. · There is no year 0.');
