import { INTERACTION_STREAM, type InteractionStream, OUTBOX, type Outbox } from '#domain';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
} from '@nestjs/common';
import { InProcessStream } from './in-process/in-process.stream.js';
import type { KafkaOptions } from './kafka/kafka-options.js';
import { KafkaStream } from './kafka/kafka.stream.js';
import { OutboxPublisher } from './outbox/outbox-publisher.js';

export interface MessagingOptions {
  /** In process when absent. */
  readonly kafka?: KafkaOptions;
}

/**
 * Subscribers stop in onModuleDestroy, this in beforeApplicationShutdown, the database in onApplicationShutdown:
 * what the last batch wrote is still published.
 */
@Injectable()
class MessagingLifecycle implements BeforeApplicationShutdown {
  constructor(
    @Inject(INTERACTION_STREAM) private readonly stream: InteractionStream,
    @Inject(OutboxPublisher) private readonly publisher: OutboxPublisher | null,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.publisher?.stop();
    await this.stream.close();
  }
}

/**
 * Provides INTERACTION_STREAM and OutboxPublisher, everywhere. The publisher is null in an application without a
 * database (no OUTBOX); it publishes once somebody starts it, and is stopped here.
 */
@Global()
@Module({})
export class MessagingModule {
  static register(options: MessagingOptions = {}): DynamicModule {
    return {
      module: MessagingModule,
      providers: [
        {
          provide: INTERACTION_STREAM,
          useFactory: () => (options.kafka ? new KafkaStream(options.kafka) : new InProcessStream()),
        },
        {
          provide: OutboxPublisher,
          inject: [INTERACTION_STREAM, { token: OUTBOX, optional: true }],
          useFactory: (stream: InteractionStream, outbox?: Outbox) =>
            outbox ? new OutboxPublisher(outbox, stream) : null,
        },
        MessagingLifecycle,
      ],
      exports: [INTERACTION_STREAM, OutboxPublisher],
    };
  }
}
