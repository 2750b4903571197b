import { ProblemException } from '#runtime';

/** The same for a login that nobody has. */
export const wrongCredentials = (): ProblemException =>
  new ProblemException(
    401,
    'wrong_credentials',
    { fr: 'L’identifiant ou le mot de passe n’est pas le bon.', en: 'The login or the password is not right.' },
    undefined,
    { 'www-authenticate': 'Bearer realm="diapason"' },
  );

export const tooManyAttempts = (seconds: number): ProblemException =>
  new ProblemException(
    429,
    'too_many_requests',
    { fr: `Trop d’essais pour cet identifiant : réessayez dans ${seconds} s.`, en: `Too many attempts for this login: try again in ${seconds} s.` },
    undefined,
    { 'retry-after': String(seconds) },
  );

export const linkGone = (): ProblemException =>
  new ProblemException(410, 'link_gone', {
    fr: 'Ce lien a déjà servi ou n’est plus valable : demandez-en un autre à un administrateur.',
    en: 'This link was used or has expired: ask an administrator for another.',
  });
