import { runMain } from '#runtime';
import { startIngest } from './start-ingest.js';

await runMain(() => startIngest(process.env));
