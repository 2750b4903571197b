import type { Interaction } from '#domain';
import { detectLanguage } from '../read/index.js';

/** Enough to be sure of in nearly every interaction; detecting is the dearest step of reading, and grows with the text. */
const FIRST_LOOK = 300;
/** More text than this says nothing more about its language. */
const ENOUGH = 2000;

/** BCP 47 code of the language the interaction is in, from what was said on both sides; `und` when unsure. `expected` is the rulebook's. */
export function languageOf(interaction: Interaction, expected: string): string {
  const first = detectLanguage(openingOf(interaction, FIRST_LOOK), { prior: expected });
  // Only the expected language is believed at first sight: taking it for another one leaves the interaction unjudged.
  if (first.reliable && first.code === expected) return first.code;
  const { code, reliable } = detectLanguage(openingOf(interaction, ENOUGH), { prior: expected });
  return reliable ? code : 'und';
}

/** What was said first, up to about `length` units. */
function openingOf(interaction: Interaction, length: number): string {
  let text = '';
  for (const turn of interaction.turns) {
    if (turn.private === true) continue;
    text += `${turn.text.slice(0, length)}\n`;
    if (text.length > length) break;
  }
  return text.slice(0, length);
}
