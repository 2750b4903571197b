import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '#domain';
import { analyse, compileRulebook, loadRulebook } from '#nlp';
import { readAll, samplesBeside, type Sample } from './read-one.js';

/** The words that every sample below has in a note, and nowhere else. */
const FORBIDDEN = "n'est pas mon problème";

const loaded = loadRulebook(fileURLToPath(new URL('../../../../rulebooks/exemple', import.meta.url)));
if (!loaded.ok) throw new Error('the example rulebook does not load');
const rulebook = compileRulebook(loaded.rulebook);

const findingsOn = (interaction: Interaction): readonly string[] =>
  analyse(interaction, rulebook, 'essai').findings.flatMap(({ evidence }) => evidence.map(({ quote }) => quote)).filter((quote) => quote.includes(FORBIDDEN));

/** The interaction of a sample that has the note. */
async function withNote({ format, bytes }: Sample): Promise<Interaction> {
  const interactions = (await readAll(bytes, {}, format)).flatMap((item) => (item.kind === 'interaction' ? [item.interaction] : []));
  const found = interactions.find(({ turns }) => turns.some(({ text }) => text.includes(FORBIDDEN)));
  if (found === undefined) throw new Error('the note is lost');
  return found;
}

const WITH_NOTES = samplesBeside().filter(({ bytes }) => bytes.toString().includes(FORBIDDEN));

describe('private notes', () => {
  it('are in the samples of every format that has them', () => {
    expect(new Set(WITH_NOTES.map(({ format }) => format))).toEqual(new Set(['chatwoot', 'zendesk', 'zendesk-qa', 'intercom', 'freshdesk', 'vcon']));
  });

  it.each(WITH_NOTES)('$format: $fileName keeps its note, and no rule finds anything in it', async (sample) => {
    const interaction = await withNote(sample);
    const notes = interaction.turns.filter(({ text }) => text.includes(FORBIDDEN));
    expect(notes.map((turn) => turn.private)).toEqual([true]);
    expect(findingsOn(interaction)).toEqual([]);
  });

  it.each(WITH_NOTES)('$format: the same words said to the customer are found', async (sample) => {
    const interaction = await withNote(sample);
    const said = { ...interaction, turns: interaction.turns.map((turn) => ({ ...turn, private: false })) };
    expect(findingsOn(said)).not.toEqual([]);
  });
});
