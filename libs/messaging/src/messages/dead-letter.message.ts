import type { DeadLetter, OutboxMessage } from '#domain';

/**
 * A record that could not be taken in: key, value and headers byte-identical, plus the headers of Spring Kafka's
 * DeadLetterPublishingRecoverer (numbers big-endian, as there), which the usual tools know how to read and replay.
 */
export function deadLetterMessage(letter: DeadLetter, topic: string, partition: number): OutboxMessage {
  const { record, reason, detail } = letter;
  return {
    stream: 'dead-letters',
    key: record.key,
    value: record.value,
    headers: {
      ...record.headers,
      'kafka_dlt-original-topic': topic,
      'kafka_dlt-original-partition': int32(partition),
      'kafka_dlt-original-offset': int64(record.offset),
      'kafka_dlt-original-timestamp': int64(BigInt(record.timestamp)),
      'kafka_dlt-original-timestamp-type': 'CreateTime',
      'kafka_dlt-exception-fqcn': `diapason.${reason}`,
      'kafka_dlt-exception-message': detail,
      'diapason-dlq-reason': reason,
    },
  };
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}
