import type { Address, Amount, Fulfilment, Moment, Pledge, Quantity, Statement } from '#domain';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
/** No line may break before a currency or quotation mark. */
const NBSP = '\u00A0';

/** « mardi 3 mars 2026 », « mardi 3 mars 2026 à 12 h ». Own words, so that no ICU version changes a kept text. */
export function tellMoment({ local }: Moment): string {
  const [date = '', time] = local.split('T');
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;
  const told = `${weekday} ${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
  if (time === undefined) return told;
  const [hours = '', minutes = ''] = time.split(':');
  return `${told} à ${Number(hours)} h${minutes === '00' ? '' : ` ${minutes}`}`;
}

/** « 1 250,50 € », « 10 % ». */
export function tellAmount(amount: Amount): string {
  const decimals = Number.isInteger(amount.value) ? 0 : 2;
  const [whole = '', fraction] = amount.value.toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, NBSP);
  return `${grouped}${fraction === undefined ? '' : `,${fraction}`}${NBSP}${'currency' in amount ? '€' : '%'}`;
}

/** « 150 points », « 1,5 mois », « 2 journaux ». */
export function tellQuantity({ value, noun }: Quantity): string {
  const spelt = SPELT.get(noun) ?? noun;
  return `${tellNumber(value)} ${value < 2 ? spelt : plural(spelt)}`;
}

const tellNumber = (value: number): string => String(value).replace('.', ',').replace(/\B(?=(?:\d{3})+(?:,|$))/g, NBSP);

/** Nouns are kept folded; those that are counted most, with their accents. */
const SPELT = new Map([['annee', 'année'], ['echeance', 'échéance'], ['mensualite', 'mensualité'], ['seance', 'séance'], ['piece', 'pièce'], ['journee', 'journée'], ['unite', 'unité'], ['cheque', 'chèque'], ['etiquette', 'étiquette'], ['h', 'heure'], ['j', 'jour']]);
/** The few in -ou that take x; the rest takes s. */
const IN_OUX = new Set(['bijou', 'genou', 'caillou', 'chou', 'joujou', 'hibou', 'pou']);
const IN_AUX = new Set(['travail', 'vitrail', 'bail']);

function plural(noun: string): string {
  if (/[sxz]$/.test(noun)) return noun;
  if (/(?:eau|au|eu)$/.test(noun) && noun !== 'pneu' && noun !== 'bleu') return `${noun}x`;
  if (IN_OUX.has(noun)) return `${noun}x`;
  if (IN_AUX.has(noun)) return `${noun.slice(0, -2)}ux`;
  return noun.endsWith('al') && !/^(?:bal|carnaval|festival|recital|regal)$/.test(noun) ? `${noun.slice(0, -2)}aux` : `${noun}s`;
}

export const tellQuote = (statement: Statement): string => `«${NBSP}${statement.evidence.quote}${NBSP}»`;

/** What differs between two statements, in French, as a sentence; one function for each kind of contradiction. */
export const deadlines = (earlier: Pledge, later: Pledge): string => `Annoncé pour le ${tellMoment(earlier.deadline!.by!)}, puis pour le ${tellMoment(later.deadline!.by!)}.`;
export const amounts = (earlier: Pledge, later: Pledge | Fulfilment): string => `${tellAmount(earlier.amount!)}, puis ${tellAmount(later.amount!)}.`;
export const quantities = (earlier: Pledge, later: Pledge | Fulfilment): string => earlier.quantity!.noun !== later.quantity!.noun ? quotes(earlier, later) : `${tellQuantity(earlier.quantity!)}, puis ${tellNumber(later.quantity!.value)}.`;
export const conditions = (earlier: Pledge): string => `D'abord sous condition («${NBSP}${earlier.condition!.quote}${NBSP}»), puis sans dire qu'elle est remplie.`;
export const refused = (earlier: Statement, later: Statement): string => `Accordé (${tellQuote(earlier)}), puis refusé (${tellQuote(later)}).`;
export const quotes = (earlier: Statement, later: Statement): string => `D'abord ${tellQuote(earlier)}, puis ${tellQuote(later)}.`;
export const registers = (earlier: Statement, later: Statement): string => `${capital(told(earlier))}, puis ${told(later)}.`;

const told = (statement: Statement): string => (isAddress(statement) && statement.register === 'tu' ? 'tutoyé' : 'vouvoyé');
const isAddress = (statement: Statement): statement is Address => statement.kind === 'address';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
