import type { Interaction } from '#domain';

/** BCP 47 code of the language the interaction is in, `und` when unsure. */
export function languageOf(_interaction: Interaction): string {
  return 'und';
}
