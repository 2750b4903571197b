import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.js';
import { fr } from '../src/i18n/fr.js';
import { keepLanguage, readLanguage } from '../src/i18n/language.js';

/** `a.b.c` → text, for every text of a language. */
function texts(tree: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? texts(value, `${prefix}${key}.`) : [[`${prefix}${key}`, String(value)] as const],
  );
}
const refuse = (): never => {
  throw new Error('storage is off');
};
const variables = (text: string): readonly string[] => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name!).sort();

describe('texts', () => {
  const french = new Map(texts(fr));
  const english = new Map(texts(en));

  it('have the same keys in French and English', () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  it('are never empty, and ask for the same variables', () => {
    expect([...french, ...english].filter(([, text]) => text === '')).toEqual([]);
    expect([...french].filter(([key, text]) => variables(english.get(key)!).join(' ') !== variables(text).join(' '))).toEqual([]);
  });

  it('agree in number, zero being singular in French and plural in English', async () => {
    const i18n = createInstance();
    await i18n.init({ lng: 'fr', resources: { fr: { translation: fr }, en: { translation: en } } });
    expect([0, 1, 2].map((count) => i18n.t('figures.violations', { count }))).toEqual(['0 écart', '1 écart', '2 écarts']);
    expect([0, 1, 2].map((count) => i18n.t('figures.violations', { count, lng: 'en' }))).toEqual(['0 violations', '1 violation', '2 violations']);
  });
});

describe('the language', () => {
  it('is French until the reader chooses English', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    expect(readLanguage(storage)).toBe('fr');
    keepLanguage(storage, 'en');
    expect(readLanguage(storage)).toBe('en');
    keepLanguage(storage, 'fr');
    expect(readLanguage(storage)).toBe('fr');
  });

  it('is French where nothing can be kept', () => {
    keepLanguage({ setItem: refuse }, 'en');
    expect(readLanguage({ getItem: refuse })).toBe('fr');
  });
});
