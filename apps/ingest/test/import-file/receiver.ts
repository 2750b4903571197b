import type { Publish } from '../../src/import-file/import-items.js';

/** Somebody at the other end who takes everything in, in memory, and breaks once it holds `until` interactions. */
export function receiver(until = Infinity): { readonly ids: string[]; readonly publish: Publish } {
  const ids: string[] = [];
  return {
    ids,
    publish: async (interactions) => {
      if (ids.length >= until) throw new Error('cut off');
      ids.push(...interactions.map(({ externalId }) => externalId));
      return interactions.map((interaction) => ({ id: interaction.externalId, interaction, judgement: 'accepted' }));
    },
  };
}
