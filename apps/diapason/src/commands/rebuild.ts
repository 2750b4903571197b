import type { Command } from 'commander';
import { dataFolder } from '../data-folder.js';

export function addRebuild(program: Command): void {
  const rebuild = program.command('rebuild').description('reconstruit ce qui se déduit du journal');

  rebuild
    .command('views')
    .description('efface les vues et les reconstruit à partir du journal : mêmes lignes, rien de perdu')
    .option('--data <dossier>', 'dossier des données de la base embarquée', dataFolder())
    .action(async (options: { data: string }) => {
      const { withDatabase } = await import('../up/database.js');
      await withDatabase(options.data, async ({ projector }) => {
        const started = performance.now();
        await projector.rebuild();
        process.stdout.write(`Vues reconstruites à partir du journal en ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
      });
    });
}
