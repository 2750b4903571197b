import { Logger } from '@nestjs/common';
import kafkajs, { type Kafka, type LogEntry } from 'kafkajs';

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId?: string;
  /** Put before every topic and group name. */
  readonly prefix?: string;
  /** Of the topics that are created because they are missing; 6 unless told. */
  readonly partitions?: number;
  /** Likewise; the broker's default unless told. */
  readonly replicationFactor?: number;
  /** How long a dead consumer keeps its partitions; 15,000 unless told. */
  readonly sessionTimeoutMs?: number;
}

const REPEAT_MS = 30_000;

/** A kafkajs client whose log goes where Nest's goes. */
export function kafkaClient(options: KafkaOptions): Kafka {
  return new kafkajs.Kafka({
    clientId: options.clientId ?? 'diapason',
    brokers: [...options.brokers],
    connectionTimeout: 5_000,
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => quietly(new Logger('Kafka')),
  });
}

/** BrokerPool repeats what Connection says; KafkaSubscription tells of the consumer. */
const TOLD_ELSEWHERE = new Set(['Connection', 'Consumer']);

/** kafkajs calls errors what it retries, many times a second; nothing is told twice in 30 s. */
function quietly(logger: Logger): (entry: LogEntry) => void {
  const told = new Map<string, number>();
  return ({ namespace, log: { message, error } }) => {
    const text = error === undefined ? message : `${message}: ${String(error)}`;
    const now = Date.now();
    if (TOLD_ELSEWHERE.has(namespace) || now - (told.get(text) ?? 0) < REPEAT_MS) return;
    if (told.size > 100) told.clear();
    told.set(text, now);
    logger.warn(text);
  };
}
