/** What a message is, without what it takes to send one: a reader of files needs no Kafka client. */
export * from './cloud-event.js';
export * from './dead-letter.message.js';
export * from './findings.message.js';
export { frenchError } from './french-errors.js';
export * from './interaction.codec.js';
export * from './interaction.message.js';
export * from './names-of.js';
