import { type Command, Option } from 'commander';
import { CHANNELS, type Channel } from '#domain';

export function addRead(program: Command): void {
  program
    .command('read')
    .description('montre ce que le lecteur voit : langue, registre, phrases, mots et lemmes, zones')
    .argument('[texte]', 'texte à lire ; avec --jsonl, fichier de lignes JSON (« - » ou rien : entrée standard)')
    .option('--jsonl', 'lit une ligne JSON {"id","text","channel"?} par texte et imprime une ligne JSON par texte')
    .addOption(new Option('--channel <canal>', 'canal des textes qui ne le disent pas').choices(CHANNELS).default('chat'))
    .action(async (text: string | undefined, options: { jsonl?: boolean; channel: Channel }) => {
      const { readLines, readOne } = await import('../read/read-lines.js');
      if (options.jsonl) process.exitCode = await readLines(text ?? '-', options.channel);
      else await readOne(text, options.channel);
    });
}
