import { Help, type Argument, type Option } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options générales :',
  'Commands:': 'Commandes :',
};

const own = new Help();

/** What commander's help says in English of itself, in French; for `configureHelp`. */
export const FRENCH_HELP: Partial<Help> = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) => own.commandUsage(command).replace('[command]', '[commande]'),
  // A switch is off unless told: nothing to say of it.
  optionDescription: ({ description, argChoices, required, optional, defaultValue, defaultValueDescription }: Option) =>
    described(description, argChoices, required || optional ? (defaultValueDescription ?? defaultValue) : undefined),
  argumentDescription: ({ description, argChoices, defaultValue, defaultValueDescription }: Argument) =>
    described(description, argChoices, defaultValueDescription ?? defaultValue),
};

function described(description: string, choices: readonly string[] | undefined, value: unknown): string {
  const standard = Array.isArray(value) ? value.join(', ') : value;
  const more = [
    ...(choices === undefined ? [] : [`choix : ${choices.join(', ')}`]),
    ...(standard === undefined || standard === '' ? [] : [`par défaut : ${typeof standard === 'string' ? standard : JSON.stringify(standard)}`]),
  ];
  return more.length === 0 ? description : `${description} (${more.join(' ; ')})`;
}
