import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The machine's own Chromium (CHROMIUM_PATH, else Debian's place), since a browser is not something npm installs here.
 * @returns null, and says so aloud, when there is none; with REQUIRE_BROWSER=1 that is an error.
 */
export async function startTestChromium(): Promise<Browser | null> {
  const executablePath = process.env['CHROMIUM_PATH'] || PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    const message = 'Browser tests cannot run: no Chromium. Install it (apt-get install chromium) or set CHROMIUM_PATH.';
    if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(message);
    process.stderr.write(`\n*** ${message} ***\n\n`);
    return null;
  }
  return chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
