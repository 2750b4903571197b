import { RETENTION, RETENTION_CLASSES, type RetentionCounts } from '#domain';
import { OPERATOR } from '../commands/accounts.js';
import { Failure } from '../failure.js';
import { plural } from '../plural.js';
import type { Parts } from '../up/database.js';
import { CLASS_NAMES } from './class-names.js';

/** Prints for how long each class is kept, and what would pass now. */
export async function showRetention({ organisations, retention }: Parts, id: string): Promise<void> {
  const { name, settings } = (await organisations.readOrganisation(id))!;
  say(`${name} (${id})`);
  for (const one of RETENTION_CLASSES) {
    const { max } = RETENTION[one];
    const days = settings.retention[one];
    say(`  ${plural(days, 'jour').padEnd(9)} ${CLASS_NAMES[one]} (--${optionOf(one)}${days === max ? ', la limite' : `, ${max} au plus`})`);
  }
  say(toldCounts('Passeraient maintenant', await retention.count({ organisationId: id })));
}

/** Lets pass what is older than its period, or says what would. */
export async function runRetention({ retention, projector }: Parts, id: string, dryRun: boolean): Promise<void> {
  if (dryRun) {
    say(toldCounts('Passeraient maintenant', await retention.count({ organisationId: id })));
    say('Rien n’a été changé : c’était --dry-run.');
    return;
  }
  // Alone with the database nobody else brings the views up to date, and the journal waits for them.
  await projector.settle();
  const counts = await retention.run({ organisationId: id, by: OPERATOR });
  await retention.done(id);
  await projector.settle();
  await retention.sweep({ organisationId: id });
  say(toldCounts('Passés', counts));
}

/** Shortens periods, or sets them back. @throws Failure where they cannot be */
export async function changeRetention({ organisations }: Parts, id: string, days: Readonly<Record<string, number>>, reason: string): Promise<void> {
  const changed = await organisations.changeRetention(id, days, reason);
  if (changed.kind === 'refused') throw new Failure(changed.problems.map((problem) => `--${optionOf(problem.class)} : ${problem.fr}.`).join('\n'), 1);
}

export const optionOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function toldCounts(what: string, counts: RetentionCounts): string {
  const { people, findings, ...rest } = counts;
  const lines = [
    ...(findings > 0 ? [`  ${plural(findings, 'échange entier', 'échanges entiers')}, avec constats, jugements et chiffres des personnes`] : []),
    ...RETENTION_CLASSES.flatMap((name) => (name === 'findings' || rest[name] === 0 ? [] : [`  ${plural(rest[name], 'élément')} : ${CLASS_NAMES[name]}`])),
    ...(people > 0 ? [`  ${plural(people, 'élément')} : faits signalés, noms de clients et d’agents dont plus rien n’est gardé`] : []),
  ];
  return lines.length === 0 ? `${what} : rien.` : [`${what} :`, ...lines].join('\n');
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
