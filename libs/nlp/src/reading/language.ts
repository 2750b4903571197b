import type { Interaction } from '#domain';
import { detectLanguage } from '../read/index.js';

/** More text than this says nothing more about its language. */
const ENOUGH = 2000;

/** BCP 47 code of the language the interaction is in, from what was said on both sides; `und` when unsure. `expected` is the rulebook's. */
export function languageOf(interaction: Interaction, expected: string): string {
  let text = '';
  for (const turn of interaction.turns) {
    if (turn.private === true) continue;
    text += `${turn.text.slice(0, ENOUGH)}\n`;
    if (text.length > ENOUGH) break;
  }
  const { code, reliable } = detectLanguage(text, { prior: expected });
  return reliable ? code : 'und';
}
