import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowAnyone } from '../access/allow.decorator.js';
import { HealthContributors } from './health-contributors.js';
import { Metrics } from './metrics.js';

/** For load balancers, orchestrators and Prometheus. */
@ApiExcludeController()
@AllowAnyone()
@Controller()
export class HealthController {
  constructor(
    private readonly contributors: HealthContributors,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers: a failure here asks for a restart. */
  @Get('health/live')
  live(@Res({ passthrough: true }) reply: FastifyReply): { status: 'ok' } {
    void reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  /** All that it needs is there: a failure here asks to send no traffic, not to restart. */
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await this.contributors.report();
    await reply
      .status(report.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(report);
  }

  @Get('metrics')
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    const text = await this.metrics.registry.metrics();
    await reply.header('content-type', this.metrics.registry.contentType).header('cache-control', 'no-store').send(text);
  }
}
