import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { fr } from './fr.js';
import { readLanguage, type Language } from './language.js';

export const i18n = createInstance();

/** Texts are compiled in, so the first paint is already in the reader's language. */
export async function startTexts(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: readLanguage(window.localStorage),
    fallbackLng: 'fr',
    initAsync: false,
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  declareLanguage(i18n.language);
  i18n.on('languageChanged', declareLanguage);
}

function declareLanguage(language: string): void {
  document.documentElement.lang = language;
}

export const languageOf = (code: string): Language => (code === 'en' ? 'en' : 'fr');
