import { stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Controller, Get, Inject, NotFoundException, type OnModuleInit, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { AllowAnyone } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { CONSOLE_POLICY } from './console-policy.js';

/** Addresses that are never pages: an unknown one of these is a problem, not the console. */
const NOT_PAGES = /^\/(?:v1|docs|health|metrics|problems|openapi\.json)(?:[/?]|$)/;

const NOT_BUILT = `La console n’est pas construite : lancez « npm run build ». L’API répond : /docs, /openapi.json, /v1.
The console is not built: run "npm run build". The API answers: /docs, /openapi.json, /v1.
`;

/** The pages: built files as they are, and index.html for every address that the page itself routes. */
@ApiExcludeController()
@AllowAnyone()
@Controller()
export class ConsoleController implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  onModuleInit(): void {
    const { consoleDir } = this.settings;
    if (consoleDir === undefined) return;
    const instance = this.host.httpAdapter.getInstance();
    void instance.register(fastifyStatic, { root: consoleDir, serve: false, cacheControl: false, dotfiles: 'ignore' });
  }

  @Get()
  index(@Res() reply: FastifyReply): Promise<void> {
    // Whoever tries the bare address with curl gets the page, too.
    return this.page(reply);
  }

  @Get('*')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { consoleDir } = this.settings;
    if (consoleDir === undefined || NOT_PAGES.test(request.url)) throw new NotFoundException();
    const name = decodeURIComponent(request.url.split('?', 1)[0]!).slice(1);
    if (!(await isFile(consoleDir, name))) {
      if (!wantsPage(request)) throw new NotFoundException();
      return this.page(reply);
    }
    // The build puts a content hash in the names of its assets: they never change.
    const caching = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    await reply.headers({ 'cache-control': caching, 'content-security-policy': CONSOLE_POLICY }).sendFile(name);
  }

  private async page(reply: FastifyReply): Promise<void> {
    const { consoleDir } = this.settings;
    if (consoleDir === undefined) throw new NotFoundException();
    if (!(await isFile(consoleDir, 'index.html'))) {
      await reply.status(503).header('content-type', 'text/plain; charset=utf-8').send(NOT_BUILT);
      return;
    }
    await reply.headers({ 'cache-control': 'no-cache', 'content-security-policy': CONSOLE_POLICY }).sendFile('index.html');
  }
}

/** A person's browser asking for a page, not for a script that is missing. An address may hold dots: refs do. */
const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !url.startsWith('/assets/');

async function isFile(folder: string, name: string): Promise<boolean> {
  const path = join(folder, name);
  if (!path.startsWith(join(folder, sep))) return false;
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}
