/** What a message is, without what it takes to send one: a reader of files needs no Kafka client. */
export * from './cloud-event.js';
export * from './dead-letter.message.js';
export * from './fact.codec.js';
export { checkFact, factSchema, type ParsedFact } from './fact.message.js';
export * from './findings.message.js';
export { frenchError } from './french-errors.js';
export * from './interaction.codec.js';
export { checkInteraction, interactionSchema, MAX_TURNS, MAX_VALUE_BYTES, parseInteraction, type InteractionError, type ParsedInteraction } from './interaction.message.js';
export * from './names-of.js';
