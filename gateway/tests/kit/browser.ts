import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type ConsoleMessage, chromium, type Page } from 'playwright-core';
import { testEnvironment } from '#platform/testing/environment.ts';
import { requireProgram } from '../../../scripts/test-services/debian-package.ts';

/** As little as possible of what a browser does by itself, and no sandbox, which root may not have. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Less than a test may take, so that it fails with a word on what it waited for. */
const WAIT_MS = 15_000;
const SETTLE_MS = 2_000;
const SIZE = { width: 1280, height: 800 };

/** `hosts`: where the browser finds a name, `127.0.0.1:<port>`, instead of asking for it. */
export async function openBrowser(hosts: Record<string, string> = {}): Promise<Browser> {
  const executablePath = await requireProgram('chromium', 'chromium');
  const rules = Object.entries(hosts).map(([name, place]) => `MAP ${name} ${place}`);
  return chromium.launch({ executablePath, args: [...FLAGS, `--host-resolver-rules=${rules.join(', ')}`] });
}

export interface WatchedPage {
  page: Page;
  /** Errors in the console, uncaught errors and violations of the content security policy. */
  complaints: string[];
  /** Addresses asked for that are not below the page's own origin. */
  foreignRequests: string[];
}

/** A page of a visitor who has not been here before. */
export async function openPage(browser: Browser, url: string): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const complaints: string[] = [];
  const foreignRequests: string[] = [];
  const { host } = new URL(url);
  const see = (address: string) => {
    const { protocol, host: asked } = new URL(address);
    // `data:` and `blob:` hold what they address.
    if (/^(http|ws)s?:$/.test(protocol) && asked !== host) foreignRequests.push(address);
  };
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  context.on('request', request => see(request.url()));
  page.on('websocket', socket => see(socket.url()));
  await page.goto(url);
  return { page, complaints, foreignRequests };
}

/** Writes `<name>.png` into the folder ALMANAC_SCREENSHOTS, for the documentation, or where nobody looks. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const wanted = testEnvironment.screenshots;
  // Monaco colours its text and hides its scrollbars a moment later.
  if (wanted) await page.waitForTimeout(SETTLE_MS);
  const folder = wanted ?? join(tmpdir(), 'almanac-screenshots');
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
