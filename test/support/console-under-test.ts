import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startUp, type Up } from '../../apps/diapason/test/start-up.js';

/**
 * The service as its users run it, with a page of its own for each test of a suite, which must leave no complaint in the browser's console
 * and ask nobody outside of the service. The browser is closed at the end.
 * @param args of `diapason up`
 */
export function useConsole(browser: Browser | null, name: string, args: readonly string[] = []) {
  let up: Up;
  let data: string;
  let page: Page;
  let complaints: string[];
  let outside: string[];

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), `diapason-test-${name}-`));
    up = await startUp(data, [...args]);
  });
  afterAll(async () => {
    await browser?.close();
    await up.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  });
  beforeEach(async () => {
    complaints = [];
    outside = [];
    page = await browser!.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => request.url().startsWith(up.url) || outside.push(request.url()));
  });
  afterEach(async () => {
    await page.close();
    if (complaints.length + outside.length > 0) throw new Error([...complaints, ...outside].join('\n'));
  });

  return {
    get up() {
      return up;
    },
    get page() {
      return page;
    },
    open: (route: string) => page.goto(new URL(route, up.url).href, { waitUntil: 'networkidle' }),
    textOf: async (selector: string) => (await page.locator(selector).first().innerText()).replaceAll(/\s+/g, ' '),
    /** Complaints that a test brought about itself. */
    forgive: (isExpected: (complaint: string) => boolean) => {
      complaints = complaints.filter((text) => !isExpected(text));
    },
  };
}
