import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from './problem.js';

/** Remembers every route, to tell « no such address » (404) from « not with this method » (405). */
export class RouteTable {
  /** Addresses without parameters: `/v1/interactions/known` is itself, never `/v1/interactions/{id}`. */
  private readonly literal = new Map<string, string[]>();
  private readonly patterns: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];

  constructor(instance: FastifyInstance) {
    instance.addHook('onRoute', ({ url, method }) => {
      // A wildcard serves pages, not a resource: it says nothing about which methods an address has.
      if (url.includes('*')) return;
      const methods = [method].flat();
      if (url.includes(':')) this.patterns.push({ pattern: patternOf(url), methods });
      else this.literal.set(url, [...(this.literal.get(url) ?? []), ...methods]);
    });
  }

  /** Answers 405 before the body is read: which methods an address has does not depend on what is sent. */
  refuseOtherMethods(instance: FastifyInstance): void {
    instance.addHook('onRequest', (request, _reply, done) => {
      const isElsewhere = request.is404 ? this.methodsFor(request.url).length > 0 : this.literal.get(pathOf(request.url))?.includes(request.method) === false;
      done(isElsewhere ? this.refusal(request) : undefined);
    });
  }

  /** Methods of the routes that match the path, sorted; empty when there is none. */
  methodsFor(url: string): readonly string[] {
    const path = pathOf(url);
    const methods = this.literal.get(path) ?? this.patterns.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    return [...new Set(methods)].sort();
  }

  /** What is said where no route takes a request: 405 with the methods that the address has, 404 when there is none. */
  refusal({ url, method }: Pick<FastifyRequest, 'url' | 'method'>): ProblemException {
    const path = pathOf(url);
    const allowed = this.methodsFor(url);
    if (allowed.length === 0 || allowed.includes(method)) {
      return new ProblemException(404, 'unknown_route', {
        fr: `Rien ne répond à l’adresse « ${path} ».`,
        en: `Nothing answers at "${path}".`,
      });
    }
    const list = allowed.join(', ');
    return new ProblemException(
      405,
      'method_not_allowed',
      { fr: `« ${path} » n’accepte que ${list}.`, en: `"${path}" only accepts ${list}.` },
      undefined,
      { Allow: list },
    );
  }
}

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0]!;

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)))
      .join('/')}$`,
  );
