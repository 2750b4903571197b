import { Global, Module } from '@nestjs/common';
import { HealthContributors } from './health-contributors.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

/** `/health/live`, `/health/ready` and `/metrics`. Global: any module may inject HealthContributors and Metrics. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [HealthContributors, Metrics],
  exports: [HealthContributors, Metrics],
})
export class HealthModule {}
