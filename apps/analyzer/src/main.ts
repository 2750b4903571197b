import { runMain } from '#runtime';
import { startAnalyzer } from './start-analyzer.js';

await runMain(() => startAnalyzer(process.env));
