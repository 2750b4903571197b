/** `one, other` → both: a new secret can be given before the old one is taken away. */
export const secretsIn = (text = ''): string[] =>
  text.split(',').map((secret) => secret.trim()).filter((secret) => secret !== '');
