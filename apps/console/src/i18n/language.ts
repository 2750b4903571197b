export type Language = 'fr' | 'en';

const KEY = 'diapason.language';

/** French unless the reader once chose English; a browser without storage reads French. */
export function readLanguage(storage: Pick<Storage, 'getItem'>): Language {
  try {
    return storage.getItem(KEY) === 'en' ? 'en' : 'fr';
  } catch {
    return 'fr';
  }
}

export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  try {
    storage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing asks again next time: no harm done.
  }
}
