import path from 'node:path';
import { importPaths, type InteractionPublisher } from '#ingest';
import { plural } from '../plural.js';
import { Progress } from '../progress.js';
import { sampleSeries } from './sample-series/sample-series.js';

/** Takes in the sample interactions; what is there already is not taken in twice. */
export async function takeInSamples(publisher: InteractionPublisher, folder: string): Promise<void> {
  const progress = new Progress('Interactions d’exemple');
  const summary = await importPaths(
    ['email', 'chat', 'phone'].map((channel) => path.join(folder, channel)),
    {
      publish: (interactions) => publisher.publish(interactions),
      onProgress: ({ done, total, accepted, duplicates }) =>
        progress.show(done, total, `${plural(accepted, 'nouvelle')}, ${duplicates} déjà là`),
    },
  );
  await publisher.publish(sampleSeries());
  for (const { file, reason, detail } of summary.refused) {
    process.stderr.write(`  refusée : ${file ?? ''} — ${detail} [${reason}]\n`);
  }
}
