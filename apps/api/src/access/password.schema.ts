import { pointerOf, ProblemException } from '#runtime';
import { z } from 'zod';

/** NIST SP 800-63B-4 §3.1.1.2: length counts, rules of composition do not. */
const MIN_LENGTH = 12;

/** A password to be set. */
export const newPassword = z
  .string()
  .min(MIN_LENGTH)
  .max(200)
  .refine((text) => new Set(text.toLowerCase()).size >= 5, 'Il faut au moins cinq signes différents. · At least five different characters are needed.')
  .describe(`Au moins ${MIN_LENGTH} signes · At least ${MIN_LENGTH} characters`);

/** A password as it is typed to sign in. */
export const knownPassword = z.string().min(1).max(200);

/** @throws ProblemException when a password is little more than what everybody knows of its owner */
export function checkPassword(password: string, { login, name }: { readonly login: string; readonly name: string }): void {
  const text = password.toLowerCase();
  const known = [login, login.split('@')[0]!, ...name.toLowerCase().split(/\s+/), 'diapason'].filter((word) => word.length >= 4);
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), text);
  if (rest.length >= MIN_LENGTH / 2) return;
  throw new ProblemException(
    422,
    'unprocessable',
    { fr: 'Ce mot de passe se devine : il répète le nom ou l’identifiant.', en: 'This password can be guessed: it repeats the name or the login.' },
    [{ pointer: pointerOf(['password']), detail: { fr: 'Choisissez-en un autre.', en: 'Choose another.' } }],
  );
}
