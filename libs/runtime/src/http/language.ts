export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words for a person: in both languages, or the same in both. */
export type Words = string | Readonly<Record<Language, string>>;

export const say = (words: Words, language: Language): string => (typeof words === 'string' ? words : words[language]);

/** The language asked for (RFC 9110 §12.5.4): French unless English has a higher weight; equal weights keep their order. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: Language = 'fr';
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const language = LANGUAGES.find((known) => known === range.toLowerCase().split('-')[0]);
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    if (language !== undefined && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}
