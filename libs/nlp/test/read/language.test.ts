import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/read/index.js';

describe('detectLanguage', () => {
  it.each([
    ['Où en est ma commande ?', 'fr'], ['Je voudrais parler à quelqu’un', 'fr'], ['Where is my parcel?', 'en'], ['¿Dónde está mi pedido?', 'es'],
    ['Dov’è il mio pacco?', 'it'], ['Onde está a minha encomenda?', 'pt'], ['Wo ist mein Paket geblieben?', 'de'], ['Waar is mijn pakket?', 'nl'],
    ['أين طردي من فضلك', 'ar'], ['Где моя посылка', 'ru'],
    ['Aş dori să aflu unde este coletul meu, deoarece îl aștept de două săptămâni și nimeni nu îmi răspunde la telefon.', 'ro'],
    ['İki haftadır paketimi bekliyorum ve kimse telefonuma cevap vermiyor, lütfen bana siparişimin nerede olduğunu söyleyin.', 'tr'],
    ['Chciałbym się dowiedzieć, gdzie jest moja przesyłka, ponieważ czekam na nią już od dwóch tygodni i nikt mi nie odpowiada.', 'pl'],
  ])('%s → %s', (text, code) => expect(detectLanguage(text).code).toBe(code));

  it('lets the conversation decide what a text cannot, and nothing else', () => {
    expect(detectLanguage('ok').reliable).toBe(false);
    expect(detectLanguage('12 345', { prior: 'fr' })).toEqual({ code: 'fr', confidence: 0.5, reliable: false });
    expect(detectLanguage('12 345').code).toBe('und');
    expect(detectLanguage('Nicolas Martin', { prior: 'fr' }).code).toBe('fr');
    expect(detectLanguage('Where is my parcel, please?', { prior: 'fr' }).code).toBe('en');
  });

  it('takes any string, and gives the same twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const found = detectLanguage(text);
      expect(found.confidence).toBeGreaterThanOrEqual(0);
      expect(found.confidence).toBeLessThanOrEqual(1);
      expect(detectLanguage(text)).toEqual(found);
    }));
  });
});
