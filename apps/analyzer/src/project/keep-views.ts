import { HealthContributors, Metrics } from '#runtime';
import { Projector } from '#storage';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Gauge } from 'prom-client';

/** Keeps the views in step with the journal, beside the analysis: a slow view never delays an interaction. */
@Injectable()
export class KeepViews implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly projector: Projector,
    private readonly health: HealthContributors,
    { registry }: Metrics,
  ) {
    const lag = new Gauge({
      name: 'diapason_views_lag',
      help: 'Journal entries that the slowest view has not read yet.',
      registers: [registry],
      async collect() {
        // Without the database the other figures are wanted all the more.
        this.set(await projector.lag().catch(() => Number.NaN));
      },
    });
    lag.set(0);
  }

  onApplicationBootstrap(): void {
    this.health.add('views', async () => this.projector.trouble());
    this.projector.run();
  }

  async onModuleDestroy(): Promise<void> {
    await this.projector.stop();
  }
}
