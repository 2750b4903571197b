import { foldText } from '../engine/fold-table.js';
import { parsePattern } from '../pattern/parse-pattern.js';
import type { Pattern } from '../pattern/pattern-node.js';
import type { Occurrence, Phrases, Reading } from '../reading/reading.js';

export interface QuotingPhrases {
  readonly reporting: Phrases;
  readonly possessive: Phrases;
}

/** Words by which an agent hands back what the customer said. */
const REPORTING_TEXTS = [
  "vous (me | nous) (dites | disiez | indiquez | indiquiez | expliquez | expliquiez | signalez | signaliez | précisez | précisiez | décrivez | parlez)",
  'vous (dites | disiez | écrivez | écriviez | indiquez | indiquiez | signalez | signaliez | évoquez | évoquiez | mentionnez | mentionniez | parlez | parliez | décrivez) ',
  "vous (m' | nous) avez (dit | indiqué | expliqué | signalé | précisé | écrit | parlé)",
  'vous avez (dit | indiqué | expliqué | signalé | précisé | écrit | mentionné | évoqué | parlé | rencontré | eu | constaté)',
  'vous (rencontrez | rencontriez | constatez | constatiez | subissez)',
  'si (je | nous) ({comprendre} | {résumer} | {reformuler})',
  "si j'ai bien {comprendre}",
  "(j'ai | nous avons) bien (compris | noté | lu) que vous",
  'je (comprends | note | lis | vois) que vous',
  'selon vous',
  "d'après vous",
  'vous avez le sentiment',
];

/** « votre problème »: only right before the words. */
const POSSESSIVE_TEXTS = ['(votre | vos | ce | cette | ces)', 'vous avez [eu] (un | une | des)'];

/** Compiled with the rulebook that uses them, like any phrase. */
export const REPORTING = REPORTING_TEXTS.map(parsed);
export const POSSESSIVE = POSSESSIVE_TEXTS.map(parsed);

function parsed(text: string): Pattern {
  const result = parsePattern(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem.message}`);
  return result.pattern;
}

/** The lead-in must stand this near before the words, in the same sentence. */
const REACH = 8;

/**
 * Whether the agent only repeats or rephrases the customer: the words stand in quotation marks, or follow « vous me dites »,
 * « si je comprends bien », « votre … » in the same sentence.
 * « votre » and « ce » count only right before the words, and only once the customer has said them too.
 */
export function isQuoting(found: Occurrence, reading: Reading, phrases: QuotingPhrases): boolean {
  const { text } = reading.turns[found.turn]!;
  if (inQuotationMarks(text, found.start, found.end)) return true;
  const sentence = reading.sentenceStart(found.firstToken);
  const reported = reading
    .findAll(phrases.reporting)
    .some((lead) => lead.firstToken >= sentence && lead.endToken <= found.firstToken && found.firstToken - lead.endToken < REACH);
  if (reported) return true;
  if (!reading.findAll(phrases.possessive).some((lead) => lead.endToken === found.firstToken)) return false;
  return saidBefore(found, reading);
}

/** Whether the customer said the same words in an earlier turn. */
function saidBefore(found: Occurrence, reading: Reading): boolean {
  const words = foldText(reading.turns[found.turn]!.text.slice(found.start, found.end));
  return reading.turnsOf('customer').some((turn) => turn.index < found.turn && foldText(turn.text).includes(words));
}

const LONGEST_QUOTE = 300;

/** Whether a span stands in « », “ ” or " ". */
export function inQuotationMarks(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_QUOTE), start);
  const after = text.slice(end, end + LONGEST_QUOTE);
  const french = before.lastIndexOf('«') > before.lastIndexOf('»') && after.includes('»');
  const curly = before.lastIndexOf('“') > before.lastIndexOf('”') && after.includes('”');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const straight = (line.split('"').length - 1) % 2 === 1 && after.split('\n')[0]!.includes('"');
  return french || curly || straight;
}
