import { readReasons } from '#nlp';
import { describe, expect, it } from 'vitest';
import { HELD_OUT, TUNED_ON, type Line } from './labelled-lines.js';

function measured(lines: readonly Line[]) {
  const read = lines.map(({ text, reason }) => ({ reason, found: readReasons(text)[0]?.reason ?? null }));
  const right = read.filter(({ reason, found }) => found !== null && found === reason).length;
  return {
    precision: right / read.filter(({ found }) => found !== null).length,
    recall: right / read.filter(({ reason }) => reason !== null).length,
  };
}

describe('contact reasons on labelled lines', () => {
  it('that phrases were tuned on', () => {
    expect(measured(TUNED_ON)).toEqual({ precision: 1, recall: 1 });
  });

  it('that nothing was tuned on: 46 of 48 found are right, of 49 there are', () => {
    const { precision, recall } = measured(HELD_OUT);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.93);
  });
});

describe('a reading', () => {
  it('quotes the words of the original text that tell the reason', () => {
    const text = 'Bonjour 🙂 — j’attends toujours mon REMBOURSEMENT…';
    const [first] = readReasons(text);
    expect(first).toMatchObject({ reason: 'refund', words: { quote: 'REMBOURSEMENT' } });
    expect(text.slice(first!.words.start, first!.words.end)).toBe('REMBOURSEMENT');
  });

  it('lists every reason, the best supported first', () => {
    expect(readReasons('Je veux annuler, résilier mon abonnement, et recevoir une facture.').map(({ reason }) => reason)).toEqual(['cancellation', 'billing']);
  });

  it('takes no reason from hints alone, across sentences, or from nothing', () => {
    expect(readReasons('Ma commande. Mon espace client.')).toEqual([]);
    expect(readReasons('Le colis est là. Jamais vu ça, il est arrivé.')).toEqual([]);
    expect(readReasons('')).toEqual([]);
  });
});
