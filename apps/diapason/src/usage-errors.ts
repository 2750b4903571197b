/** Commander speaks English; these are the messages a user of this command line can meet. */
const MESSAGES: readonly [RegExp, string][] = [
  [/^error: unknown option '(.+?)'/, "option inconnue « $1 »"],
  [/^error: unknown command '(.+?)'/, "commande inconnue « $1 »"],
  [/^error: required option '(.+?)' not specified/, "option obligatoire : $1"],
  [/^error: option '(.+?)' cannot be used with option '(.+?)'/, 'les options $1 et $2 ne vont pas ensemble'],
  [/^error: missing required argument '(.+?)'/, "argument manquant : $1"],
  [/^error: option '(.+?)' argument missing/, "il manque une valeur à l'option $1"],
  [/^error: option '(.+?)' argument '(.*?)' is invalid\. ?(.*)/s, 'valeur « $2 » refusée pour $1. $3'],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.+?)'\. ?(.*)/s, 'valeur « $1 » refusée pour $2. $3'],
  [/^error: too many arguments(?: for '(.+?)')?.*/, "trop d'arguments"],
  [/\(Did you mean (.+?)\?\)/, '— vouliez-vous dire $1 ?'],
  [/Allowed choices are (.+?)\.?$/m, 'Valeurs possibles : $1.'],
];

/** A usage error of the command-line library, in French; unknown messages stay as they are. */
export function inFrench(text: string): string {
  const translated = MESSAGES.reduce((message, [pattern, french]) => message.replace(pattern, french), text);
  return translated === text ? text : `diapason : ${translated}`;
}
