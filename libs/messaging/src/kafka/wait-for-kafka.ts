import kafkajs from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

/** No broker answers: told to the operator without a stack, exit code 2. */
export class KafkaUnreachableError extends Error {
  readonly exitCode = 2;
  override readonly name = 'KafkaUnreachableError';
}

export interface KafkaWaitOptions {
  /** `host:port` each; one that answers is enough. */
  readonly brokers: readonly string[];
  /** How long brokers that are still starting are waited for, in milliseconds. */
  readonly waitMs: number;
  /** Told a line for each attempt that failed. */
  readonly onRetry: (line: string) => void;
}

const BETWEEN_MS = 1_500;
const CONNECT_MS = 5_000;

/**
 * Resolves once a broker answers. The stream itself connects on first use and never gives up; a process that starts asks
 * here first, so that a wrong address is told at once and in words.
 * @throws KafkaUnreachableError when none answers in time
 */
export async function waitForKafka({ brokers, waitMs, onRetry }: KafkaWaitOptions): Promise<void> {
  const names = brokers.join(', ');
  const end = Date.now() + waitMs;
  for (let tries = 1; ; tries++) {
    const trouble = await troubleWith(brokers);
    if (trouble === null) return;
    if (Date.now() + BETWEEN_MS > end) {
      throw new KafkaUnreachableError(
        `KAFKA_BROKERS : aucune réponse de Kafka à ${names} — ${trouble} (essais : ${tries}, attente : ${Math.round(waitMs / 1000)} s).\n` +
          'Vérifiez que Kafka tourne et que serveurs et ports sont les bons, tels qu’on les joint depuis ici (advertised.listeners).',
      );
    }
    onRetry(`no Kafka yet at ${names}, trying again: attempt ${tries}, ${Math.ceil((end - Date.now()) / 1000)} s left (${trouble})`);
    await sleep(BETWEEN_MS);
  }
}

/** Why no broker answers, or null when one does. */
async function troubleWith(brokers: readonly string[]): Promise<string | null> {
  const kafka = new kafkajs.Kafka({
    clientId: 'diapason-start',
    brokers: [...brokers],
    connectionTimeout: CONNECT_MS,
    logLevel: kafkajs.logLevel.NOTHING,
    // Each attempt goes to the next broker.
    retry: { retries: brokers.length - 1, initialRetryTime: 100, maxRetryTime: 100 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.describeCluster();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
