import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { dataFolder } from '../data-folder.js';
import { Failure } from '../failure.js';
import type { DossierLanguage } from '../dossier/texts.js';

interface DossierOptions {
  readonly data: string;
  readonly organisation?: string;
  readonly lang: DossierLanguage;
  readonly output?: string;
}

const HELP = `
Imprime, d’après la configuration en vigueur, ce que demandent le comité social et économique, le registre des traitements et l’analyse d’impact :
finalités, règles et leurs dates, données et durées, destinataires, garanties et leurs assouplissements. En Markdown. Ce n’est pas un conseil juridique.

Exemples :
  diapason dossier
  diapason dossier --lang en --output dossier.md`;

export function addDossier(program: Command): void {
  program
    .command('dossier')
    .description('imprime le dossier pour le CSE, le registre et l’analyse d’impact, d’après la configuration')
    .option('--data <dossier>', 'dossier des données de la base embarquée (arrêtée), sans DATABASE_URL', dataFolder())
    .option('--organisation <id>', 'identifiant de l’organisation', process.env['DIAPASON_ORGANISATION'])
    .addOption(new Option('--lang <langue>', 'langue du dossier').choices(['fr', 'en']).default('fr'))
    .option('--output <fichier>', 'écrit dans un fichier plutôt qu’à l’écran')
    .addHelpText('after', HELP)
    .action(async ({ data, organisation, lang, output }: DossierOptions) => {
      const [{ withDatabase }, { chooseOrganisation }, { dossierText }] = await Promise.all([import('../up/database.js'), import('../settings/choose-organisation.js'), import('../dossier/dossier-text.js')]);
      const text = await withDatabase(data, async ({ organisations, dossier, bi }) => {
        const id = await chooseOrganisation(organisations, organisation);
        const logins = (await bi.list()).filter(({ organisationId }) => organisationId === id);
        return dossierText(await dossier.read(id), logins, new Date().toISOString().slice(0, 10), lang);
      });
      if (output === undefined) process.stdout.write(text);
      else {
        await writeFile(output, text).catch((error: unknown) => {
          throw new Failure(`${output} : ${error instanceof Error ? error.message : String(error)}`);
        });
        process.stdout.write(`Dossier écrit : ${output}\n`);
      }
    });
}
