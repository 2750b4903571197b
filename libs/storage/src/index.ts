export { openDatabase, type DatabaseOptions } from './database/open-database.js';
export { EmbeddedPostgresError } from './embedded/binaries.js';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded/start-embedded-postgres.js';
export { OrganisationRepository, type NewOrganisation } from './organisations/organisation.repository.js';
export { RulebookRepository } from './rulebooks/rulebook.repository.js';
export { PgAnalysisStore } from './write/pg-analysis-store.js';
export { PgOutbox } from './write/pg-outbox.js';
