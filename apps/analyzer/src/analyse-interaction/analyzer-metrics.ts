import { DROP_REASONS, type Outcome, PARK_REASONS, POLARITIES, type StreamBatch } from '#domain';
import { Metrics } from '#runtime';
import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Breaker } from './breaker.js';
import type { JudgedRecord } from './record.step.js';

/** What the analyzer tells Prometheus; every label is there from the start, at 0. */
@Injectable()
export class AnalyzerMetrics {
  readonly #consumed: Counter;
  readonly #parked: Counter<'reason'>;
  readonly #dropped: Counter<'reason'>;
  readonly #findings: Counter<'polarity'>;
  readonly #seconds: Histogram;
  readonly #behind = new Map<number, { readonly records: number; readonly at: number }>();

  readonly #registry: Metrics['registry'];

  constructor({ registry }: Metrics) {
    this.#registry = registry;
    const registers = [registry];
    this.#consumed = new Counter({ name: 'diapason_records_consumed_total', help: 'Records taken in.', registers });
    this.#parked = new Counter({
      name: 'diapason_records_parked_total',
      help: 'Records that became dead letters.',
      labelNames: ['reason'],
      registers,
    });
    this.#dropped = new Counter({
      name: 'diapason_records_dropped_total',
      help: 'Records that changed nothing.',
      labelNames: ['reason'],
      registers,
    });
    this.#findings = new Counter({
      name: 'diapason_findings_total',
      help: 'Findings kept.',
      labelNames: ['polarity'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'diapason_batch_seconds',
      help: 'Time from a batch to its commit.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    const behind = this.#behind;
    const lag = new Gauge({
      name: 'diapason_stream_lag',
      help: 'Records waiting behind the last batch of the last minute.',
      labelNames: ['partition'],
      registers,
      collect() {
        // A partition that another analyzer took over must not stay here with its last figure.
        this.reset();
        for (const [partition, { records, at }] of behind) {
          if (Date.now() - at < 60_000) this.set({ partition: String(partition) }, records);
        }
      },
    });
    lag.reset();
    for (const reason of PARK_REASONS) this.#parked.inc({ reason }, 0);
    for (const reason of DROP_REASONS) this.#dropped.inc({ reason }, 0);
    for (const polarity of POLARITIES) this.#findings.inc({ polarity }, 0);
  }

  /** Tells whether the breaker has stopped consumption: 0 or 1. */
  watch(breaker: Pick<Breaker, 'trouble'>): void {
    const open = new Gauge({
      name: 'diapason_breaker_open',
      help: '1 when consumption is stopped because most records are refused.',
      registers: [this.#registry],
      collect() {
        this.set(breaker.trouble() === null ? 0 : 1);
      },
    });
    open.set(0);
  }

  observe(batch: StreamBatch, judged: readonly JudgedRecord[], kept: readonly Outcome<unknown>[], seconds: number): void {
    this.#consumed.inc(kept.length);
    this.#seconds.observe(seconds);
    if (batch.behind !== undefined) this.#behind.set(batch.partition, { records: batch.behind, at: Date.now() });
    kept.forEach((outcome, at) => {
      if (outcome.kind === 'park') this.#parked.inc({ reason: outcome.reason });
      else if (outcome.kind === 'drop') this.#dropped.inc({ reason: outcome.reason });
      else this.#countFindings(judged[at]!);
    });
  }

  #countFindings({ outcome }: JudgedRecord): void {
    if (outcome.kind !== 'done') return;
    for (const { polarity } of outcome.value.analysis.findings) this.#findings.inc({ polarity });
  }
}
