import type { Command } from 'commander';
import { z } from 'zod';
import type { Publish } from '#ingest/read';
import { interactionIdOf } from '#domain';
import { Failure } from '../failure.js';
import { Progress } from '../progress.js';
import { mappingAt } from '../mapping-file.js';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('envoie des fichiers ou des dossiers à un Diapason en marche ; peut être relancé sans doublon')
    .argument('<chemins...>', 'fichiers ou dossiers, avec leurs .meta.json et directory.json')
    .option('--to <adresse>', 'adresse de Diapason', process.env['DIAPASON_URL'] ?? 'http://localhost:4646')
    .option('--format <format>', 'format des fichiers, au lieu de le reconnaître')
    .option('--source <nom>', 'nom de la source, si le fichier n’en dit rien')
    .option('--mapping <fichier>', 'fichier de mapping (YAML ou JSON) par lequel lire tout autre JSON')
    .action(async (paths: string[], options: { to: string; format?: string; source?: string; mapping?: string }) => {
      const { importPaths } = await import('#ingest/read');
      const progress = new Progress('Import');
      const summary = await importPaths(paths, {
        format: options.format,
        source: options.source,
        mapping: options.mapping === undefined ? undefined : await mappingAt(options.mapping),
        publish: sendTo(addressOf(options.to)),
        onProgress: ({ done, total, accepted, duplicates, refused }) =>
          progress.show(done, total, `${accepted} nouvelles, ${duplicates} déjà là, ${refused} refusées`),
        onRefused: ({ file, place, reason, detail }) =>
          process.stderr.write(`\n  refusée : ${file ?? ''}${place ? ` (${place})` : ''} — ${detail} [${reason}]\n`),
      });
      process.stdout.write(
        `${summary.accepted} nouvelles, ${summary.duplicates} déjà là, ${summary.refusedCount} refusées\n`,
      );
      process.exitCode = summary.refusedCount > 0 ? 1 : 0;
    });
}

function addressOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new Failure(`--to : une adresse comme http://localhost:4646 est attendue, pas « ${text} ».`);
  return text;
}

const answerSchema = z.object({
  items: z.array(z.object({ id: z.string(), status: z.enum(['accepted', 'duplicate', 'superseded']) })),
});
const problemSchema = z.object({ detail: z.string().optional() }).catch({});

/** Posts each chunk; one at a time, since a batch with a conflict is refused whole. */
function sendTo(url: string): Publish {
  const post = async (body: unknown): Promise<Response> =>
    fetch(new URL('/v1/interactions', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch((error: unknown) => {
      throw new Failure(`${url} ne répond pas (${error instanceof Error ? error.message : String(error)}). Diapason est-il démarré ? Voir --to.`);
    });
  const send: Publish = async (interactions) => {
    const response = await post(interactions);
    if (response.ok) {
      const { items } = answerSchema.parse(await response.json());
      return interactions.map((interaction, i) => ({ id: items[i]!.id, interaction, judgement: items[i]!.status }));
    }
    if (response.status === 409 && interactions.length > 1) {
      const each = [];
      for (const interaction of interactions) each.push(...(await send([interaction])));
      return each;
    }
    if (response.status === 409) {
      return interactions.map((interaction) => ({ id: interactionIdOf('', interaction.source, interaction.externalId), interaction, judgement: 'conflict' as const }));
    }
    const problem = problemSchema.parse(await response.json().catch(() => ({})));
    throw new Failure(`${url} refuse l’envoi (${response.status}) : ${problem.detail ?? response.statusText}`);
  };
  return send;
}
