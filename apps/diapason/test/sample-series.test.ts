import { describe, expect, it } from 'vitest';
import { extractStatements, readReasons } from '#nlp';
import { sampleSeries } from '../src/up/sample-series/sample-series.js';

const series = sampleSeries();
const answersOf = (subject: string) =>
  series
    .filter((one) => one.subject === subject)
    .map((interaction) => ({ interaction, said: extractStatements(interaction, { interactionId: interaction.externalId }).filter(({ kind }) => kind === 'pledge' || kind === 'refusal') }));

describe('the series of samples', () => {
  it('is the same at every start, each interaction with a customer of its own', () => {
    expect(sampleSeries()).toEqual(series);
    expect(new Set(series.map(({ externalId }) => externalId)).size).toBe(series.length);
    expect(new Set(series.flatMap(({ participants }) => participants.flatMap(({ role, ref }) => (role === 'customer' ? [ref] : [])))).size).toBe(series.length);
    expect(series.flatMap(({ turns }) => turns.map(({ text }) => text)).filter((text) => /[{}]|undefined|\s{3}/.test(text))).toEqual([]);
  });

  it.each([
    ['Mon remboursement', 'refund'],
    ['Livraison en retard', 'delivery'],
    ['Échange d’un article', 'return'],
  ])('%s: every customer says what for, every agent answers on every channel', (subject, reason) => {
    const answers = answersOf(subject);
    expect(answers.filter(({ interaction }) => readReasons(interaction.turns[0]!.text)[0]?.reason !== reason).map(({ interaction }) => interaction.turns[0]!.text)).toEqual([]);
    expect(new Set(answers.filter(({ said }) => said.length > 0).map(({ interaction }) => interaction.channel)).size).toBe(3);
    expect(new Set(answers.map(({ interaction }) => interaction.participants[1]!.ref)).size).toBe(12);
    expect(answers.filter(({ said }) => said.length === 0).length).toBeLessThan(answers.length / 5);
  });
});
