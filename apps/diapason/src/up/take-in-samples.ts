import path from 'node:path';
import { importPaths, type InteractionPublisher } from '#ingest';
import { plural } from '../plural.js';
import { Progress } from '../progress.js';
import { sampleSeries } from './sample-series/sample-series.js';

/** What the samples came to: those of the files and those of the series together. */
export interface SamplesTaken {
  readonly accepted: number;
  readonly duplicates: number;
}

const AT_ONCE = 99;

/** Takes in the sample interactions; what is there already is not taken in twice. */
export async function takeInSamples(publisher: InteractionPublisher, folder: string): Promise<SamplesTaken> {
  const progress = new Progress('Interactions d’exemple');
  const series = sampleSeries();
  const show = (done: number, total: number, { accepted, duplicates }: SamplesTaken): void => progress.show(done, total + series.length, `${plural(accepted, 'nouvelle')}, ${duplicates} déjà là`);
  let files = 0;
  const summary = await importPaths(
    ['email', 'chat', 'phone'].map((channel) => path.join(folder, channel)),
    {
      publish: (interactions) => publisher.publish(interactions),
      onProgress: (so) => {
        files = so.total;
        show(so.done, so.total, so);
      },
    },
  );
  let { accepted, duplicates } = summary;
  for (let from = 0; from < series.length; from += AT_ONCE) {
    const judged = await publisher.publish(series.slice(from, from + AT_ONCE));
    const fresh = judged.filter(({ judgement }) => judgement === 'accepted').length;
    accepted += fresh;
    duplicates += judged.length - fresh;
    show(files + from + judged.length, files, { accepted, duplicates });
  }
  for (const { file, reason, detail } of summary.refused) {
    process.stderr.write(`  refusée : ${file ?? ''} — ${detail} [${reason}]\n`);
  }
  return { accepted, duplicates };
}
