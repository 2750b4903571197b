import { Metrics } from '#runtime';
import { DeadLetterReader } from '#storage';
import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';

/** Tells Prometheus how many dead letters wait for somebody: an alarm belongs on it. */
@Injectable()
export class CountDeadLetters {
  constructor({ registry }: Metrics, letters: DeadLetterReader) {
    const waiting = new Gauge({
      name: 'diapason_dead_letters_waiting',
      help: 'Dead letters that nobody has replayed or discarded yet.',
      registers: [registry],
      async collect() {
        // Without the database the other figures are wanted all the more.
        this.set(await letters.countWaiting().catch(() => Number.NaN));
      },
    });
    waiting.set(0);
  }
}
