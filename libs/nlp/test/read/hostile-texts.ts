const LENGTH = 200_000;
const MEGABYTE = 1_000_000;

const repeat = (part: string, length = LENGTH): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** [name, text]: each would take minutes in a reader that is not linear. */
export function hostileTexts(): [string, string][] {
  return [
    ['one line of 1 MB', repeat('bonjour je suis là ', MEGABYTE)],
    ['one word of 1 MB', repeat('a', MEGABYTE)],
    ['100,000 « ne »', 'ne '.repeat(100_000)],
    ['hyphens', repeat('a-t-il-le-')],
    ['apostrophes', repeat("l'")],
    ['at signs', repeat('a.b@')],
    ['schemes', repeat('http://)')],
    ['dots', repeat('a.b.')],
    ['initials', repeat('A.')],
    ['digits', repeat('1 000')],
    ['dates', repeat('12/')],
    ['emoji', repeat('👨‍👩‍👧👍🏽')],
    ['lone surrogates', repeat('\ud83d \udc00')],
    ['combining marks', `e${repeat('\u0301')}x`],
    ['quote marks', repeat('>')],
    ['quoted lines', repeat('> oui\n')],
    ['wrote', repeat('Le lundi a écrit ')],
    ['lines of wrote', repeat('Le a\n')],
    ['headers', repeat('De : a\nEnvoyé : b\n')],
    ['dashes', repeat('-- \n')],
    ['blank lines', `${repeat('\n')}x`],
    ['white space before a word', `${repeat(' ')}x`],
    ['quote marks, line by line', repeat('> \n')],
    ['full stops', repeat('. ')],
  ];
}
