/** Reading files, without what it takes to serve: `diapason check` starts at once. */
export { troubleOf } from './files/list-files.js';
export * from './files/read-paths.js';
export * from './import-file/import-items.js';
export * from './import-file/import-paths.js';
export * from './import-file/import-state.js';
export * from './import-file/import-summary.js';
export * from './import-file/watch-paths.js';
export type { KnownQuestion } from './known-interactions/known-interactions.message.js';
export * from './publish-interactions/judged-interaction.js';
export * from './sources/choose-source.js';
export * from './sources/directory.js';
export * from './sources/index.js';
export * from './sources/limits.js';
export { readMapping, type Mapping } from './sources/mapping/mapping.js';
export * from './sources/metadata.js';
export * from './sources/read-bytes.js';
export * from './sources/refusal.js';
export * from './sources/source-reader.js';
