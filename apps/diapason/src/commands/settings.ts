import { DISPUTE_DAYS } from '#domain';
import { type Command, Option } from 'commander';
import { dataFolder } from '../data-folder.js';
import { Failure } from '../failure.js';

interface SettingsOptions {
  readonly data: string;
  readonly organisation?: string;
  readonly personFigures?: 'confirmed' | 'detected';
  readonly groupMinAgents?: string;
  readonly groupMinInteractions?: string;
  readonly ruleMinPrecision?: string;
  readonly ruleMinJudged?: string;
  readonly disputeDays?: string;
  readonly reason?: string;
}

export function addSettings(program: Command): void {
  program
    .command('settings')
    .description('montre les réglages d’équité d’une organisation ; les change avec une raison, inscrite au journal')
    .option('--data <dossier>', 'dossier des données de la base embarquée (arrêtée), sans DATABASE_URL', dataFolder())
    .option('--organisation <id>', 'identifiant de l’organisation', process.env['DIAPASON_ORGANISATION'])
    .addOption(new Option('--person-figures <base>', 'constats qui comptent pour une personne').choices(['confirmed', 'detected']))
    .option('--group-min-agents <n>', 'un groupe plus petit n’est pas montré (5 par défaut)')
    .option('--group-min-interactions <n>', 'un groupe plus petit n’est pas montré (20 par défaut)')
    .option('--rule-min-precision <part>', 'une règle dont la précision peut être plus basse passe en observation (0.5 par défaut ; 0 : jamais)')
    .option('--rule-min-judged <n>', 'dès tant de constats jugés (20 par défaut)')
    .option('--dispute-days <n>', `jours pour contester un constat confirmé (${DISPUTE_DAYS.default} par défaut)`)
    .option('--reason <texte>', 'pourquoi ce changement (obligatoire pour changer)')
    .action(async (options: SettingsOptions) => {
      const [{ withDatabase }, { applySettings }] = await Promise.all([import('../up/database.js'), import('../settings/apply-settings.js')]);
      const wanted = {
        ...(options.personFigures && { personFigures: options.personFigures }),
        ...(options.groupMinAgents && { groupMinAgents: minimum('--group-min-agents', options.groupMinAgents) }),
        ...(options.groupMinInteractions && { groupMinInteractions: minimum('--group-min-interactions', options.groupMinInteractions) }),
        ...(options.ruleMinPrecision && { ruleMinPrecision: part('--rule-min-precision', options.ruleMinPrecision) }),
        ...(options.ruleMinJudged && { ruleMinJudged: minimum('--rule-min-judged', options.ruleMinJudged) }),
        ...(options.disputeDays && { disputeDays: minimum('--dispute-days', options.disputeDays, DISPUTE_DAYS) }),
      };
      if (Object.keys(wanted).length > 0 && !options.reason?.trim()) throw new Failure('--reason est obligatoire : un réglage d’équité change avec sa raison.');
      await withDatabase(options.data, ({ organisations }) => applySettings(organisations, options.organisation, wanted, options.reason ?? ''));
    });
}

function minimum(option: string, text: string, { min, max } = { min: 1, max: 10_000 }): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) throw new Failure(`${option} : un nombre de ${min} à ${max} est attendu, pas « ${text} ».`);
  return value;
}

function part(option: string, text: string): number {
  const value = Number(text);
  if (!/^(?:0|1|0?\.\d{1,4}|1\.0+)$/.test(text)) throw new Failure(`${option} : un nombre de 0 à 1 est attendu, avec un point (0.5), pas « ${text} ».`);
  return value;
}
