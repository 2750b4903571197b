// Runs a TypeScript module of this tree in a process of its own: node test/support/run-typescript.mjs FILE
// Node 20 reads no TypeScript, and tsx leaves out the decorator metadata that Nest injects by.
import { defaultServerConditions, runnerImport } from 'vite';

const conditions = ['source', ...defaultServerConditions];
await runnerImport(process.argv[2], { configFile: false, logLevel: 'error', resolve: { conditions }, ssr: { resolve: { conditions } } });
