import { INTERACTION_STREAM, type InteractionStream, OUTBOX, type Outbox } from '#domain';
import { InProcessStream, KafkaStream, MessagingModule, OutboxPublisher } from '#messaging';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { expect, it } from 'vitest';

const steps: string[] = [];
const outbox: Outbox = {
  drain: async () => {
    steps.push('drain');
    return 0;
  },
};

@Global()
@Module({ providers: [{ provide: OUTBOX, useValue: outbox }], exports: [OUTBOX] })
class DatabaseModule {
  onApplicationShutdown(): void {
    steps.push('database closed');
  }
}

it('travels in process unless it is told of Kafka', async () => {
  const here = await Test.createTestingModule({ imports: [MessagingModule.register()] }).compile();
  expect(here.get(INTERACTION_STREAM)).toBeInstanceOf(InProcessStream);
  // Without a database there is no outbox to publish.
  expect(here.get(OutboxPublisher)).toBeNull();
  const kafka = { brokers: ['127.0.0.1:9'] };
  const there = await Test.createTestingModule({ imports: [MessagingModule.register({ kafka })] }).compile();
  expect(there.get(INTERACTION_STREAM)).toBeInstanceOf(KafkaStream);
});

it('publishes what is left and closes the stream before the database goes', async () => {
  const app = await Test.createTestingModule({ imports: [DatabaseModule, MessagingModule.register()] }).compile();
  await app.init();
  app.get(OutboxPublisher).start();
  const stream = app.get<InteractionStream>(INTERACTION_STREAM);
  await app.close();
  expect(steps.at(-1)).toBe('database closed');
  expect(steps.filter((step) => step === 'drain').length).toBeGreaterThan(0);
  await expect(stream.publish('findings', [])).rejects.toThrow('closed');
});
