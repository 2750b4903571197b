import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// `source` makes #domain, #nlp … resolve to the TypeScript of this tree, not to what was built last.
const conditions = ['source', ...defaultServerConditions];

/** Needs no server: starts at once. */
const unit = ['{apps,libs}/*/test/**/*.test.ts', 'test/**/*.test.ts'];
/** Needs real PostgreSQL, Kafka or Chromium: one of each is started for the whole run. */
const services = ['{apps,libs}/*/test/**/*.services.test.ts', 'test/**/*.services.test.ts'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: unit, exclude: services, testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'services',
          include: services,
          globalSetup: ['test/support/global-setup.ts'],
          // A broker, a database and a browser share the machine's cores with the tests: one more try, which the report names.
          retry: process.env['CI'] ? 1 : 0,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
