import type { FastifyInstance } from 'fastify';

/** Remembers every route, to tell « no such address » (404) from « not with this method » (405). */
export class RouteTable {
  private readonly routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];

  constructor(instance: FastifyInstance) {
    instance.addHook('onRoute', ({ url, method }) => {
      // A wildcard serves pages, not a resource: it says nothing about which methods an address has.
      if (!url.includes('*')) this.routes.push({ pattern: patternOf(url), methods: [method].flat() });
    });
  }

  /** Methods of the routes that match the path, sorted; empty when there is none. */
  methodsFor(url: string): readonly string[] {
    const path = url.split(/[?#]/, 1)[0]!;
    const methods = this.routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    return [...new Set(methods)].sort();
  }
}

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)))
      .join('/')}$`,
  );
