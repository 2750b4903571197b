import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Abstract, type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from '../access/access.guard.js';
import { ActorSource } from '../access/actor-source.js';
import { Metrics } from '../health/metrics.js';
import { nestLogger } from '../process/log.js';
import { answerBrokenConnections } from './broken-connections.js';
import { answerConditionally } from './conditional-get.js';
import { guardTheDoor, isLoopback, markAnswer } from './front-door.js';
import { readJsonBodies } from './json-body.js';
import { listen } from './listen.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemsController } from './problems.controller.js';
import { RouteTable } from './route-table.js';
import { SchemaPipe } from './validation.pipe.js';

export interface HttpAppOptions {
  /** Absent: the application is ready (supertest, inject) but does not listen. 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1: reaching it from elsewhere is the operator's decision. */
  readonly host?: string;
  /** Largest body in bytes; default 1 MiB, the largest message that Kafka takes by default. */
  readonly bodyLimit?: number;
  /**
   * Names that the server answers to besides the loopback's. None given: a loopback server answers to those only, any
   * other server to every name.
   */
  readonly allowedHosts?: readonly string[];
  /** Routes and plugins that must be there before the first request, e.g. `describeApi`. */
  readonly prepare?: (app: NestFastifyApplication) => void | Promise<void>;
}

@Module({ controllers: [ProblemsController] })
class ProblemsModule {}

/**
 * A Nest application on Fastify in which every error is a problem document (RFC 9457), every request has an id,
 * every handler is closed unless `@Allow` opens it, and schemas given to `@Body`, `@Query` and `@Param` are enforced. Listens when a port is given.
 * @throws ListenError when the port is taken or not ours to take.
 */
export async function createHttpApp(
  rootModule: Type | DynamicModule,
  options: HttpAppOptions = {},
): Promise<NestFastifyApplication> {
  const { port, host = '127.0.0.1', bodyLimit = 1024 * 1024, allowedHosts = [], prepare } = options;
  let filter: ProblemFilter | undefined;
  const adapter = new FastifyAdapter({
    bodyLimit,
    genReqId: ({ headers }: IncomingMessage) => requestId(headers['x-request-id']),
    clientErrorHandler: answerBrokenConnections,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      // The router gives up before any hook has run.
      markAnswer(request, reply);
      filter?.answer(error, request, reply);
    },
    routerOptions: { maxParamLength: 1024 },
    // Keep-alive connections of browsers would otherwise hold the stop until they time out.
    forceCloseConnections: 'idle',
  });
  const instance = adapter.getInstance();
  const routes = new RouteTable(instance);
  filter = new ProblemFilter(routes, bodyLimit);
  guardTheDoor(instance, isLoopback(host) || allowedHosts.length > 0 ? allowedHosts : null);
  routes.refuseOtherMethods(instance);
  readJsonBodies(instance);
  answerConditionally(instance);
  const root: DynamicModule = { module: RootModule, imports: [rootModule, ProblemsModule] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLogger,
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(filter).useGlobalPipes(new SchemaPipe()).useGlobalGuards(new AccessGuard(app.get(Reflector), () => partOf(app, ActorSource)));
  partOf(app, Metrics)?.observe(instance);
  try {
    await prepare?.(app);
    await app.init();
    await instance.ready();
    if (port !== undefined) await listen(app, port, host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

@Module({})
class RootModule {}

/** The caller's id when it is one that can safely be logged and sent back, else a new one. */
const requestId = (given: string | string[] | undefined): string =>
  typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();

/** A part that an application may do without: one without HealthModule has no metrics, one without AccessModule knows nobody. */
function partOf<T>(app: NestFastifyApplication, part: Abstract<T>): T | undefined {
  try {
    return app.get(part, { strict: false });
  } catch {
    return undefined;
  }
}
