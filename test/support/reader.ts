import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/**
 * A reader who is signed in, with a browser of their own.
 * @param home address of the service
 * @param cookie of the session, `name=value`
 * @param complaints what the browser's console and the page complain about is added here
 */
export async function openReader(browser: Browser, home: string, cookie: string, complaints: string[], options: BrowserContextOptions = {}): Promise<Page> {
  const [name, value] = cookie.split('=');
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  await context.addCookies([{ name: name!, value: value!, url: home }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
}
