export * from './read.js';
export { IngestModule } from './ingest.module.js';
export type { IngestSettings } from './ingest-settings.js';
export { InteractionPublisher } from './publish-interactions/interaction-publisher.js';
export { startIngest } from './start-ingest.js';
export { secretsIn } from './receive-webhook/secrets.js';
