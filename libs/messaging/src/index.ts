export * from './in-process/in-process.stream.js';
export * from './kafka/ensure-topics.js';
export type { KafkaOptions } from './kafka/kafka-options.js';
export * from './kafka/kafka.stream.js';
export * from './kafka/wait-for-kafka.js';
export * from './messages/index.js';
export * from './messaging.module.js';
export * from './outbox/outbox-publisher.js';
export * from './topics.js';
