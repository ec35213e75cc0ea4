import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, screenshot, type WatchedPage } from './kit/browser.ts';
import type { TestGraph } from './kit/graph.ts';
import { handsOn, startPlayground } from './kit/playground.ts';

const NARROW = { width: 390, height: 844 };
/** What is ours; GraphiQL answers for itself. */
const OURS = ['.page-header', '.panel', '.answer-status', '.account-menu'];
const themes = ['light', 'dark'] as const;

let graph: TestGraph;
let adaKey: string;
let browser: Browser;
let visit: WatchedPage;
let page: Page;
let hands: ReturnType<typeof handsOn>;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let address: string;
  ({ graph, adaKey, address } = await startPlayground(
    {},
    { RATE_LIMIT_ANONYMOUS: [{ points: 1_000_000, seconds: 60 }] },
  ));
  browser = await openBrowser();
  visit = await openPage(browser, address);
  page = visit.page;
  hands = handsOn(page);
  await page.getByRole('heading', { name: 'Examples' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await graph?.stop();
});

const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const editorBackground = () =>
  page.evaluate(() => {
    const editor = document.querySelector('.graphiql-query-editor .monaco-editor');
    return editor ? getComputedStyle(editor).color : '';
  });

/** Faults of what is ours: contrast below 4.5:1, names that are missing, roles that do not fit. */
async function faults(): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async include => {
    const present = include.filter(selector => document.querySelector(selector));
    const api = (window as unknown as { axe: { run(...given: unknown[]): Promise<unknown> } }).axe;
    const only = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };
    return (await api.run({ include: present }, { runOnly: only })) as AxeResults;
  }, OURS);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

describe('the colours', () => {
  it('are those of the system, and follow it', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    const [light, lightText] = [await background(), await editorBackground()];
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(before => getComputedStyle(document.body).backgroundColor !== before, light);
    await page.waitForFunction(before => {
      const editor = document.querySelector('.graphiql-query-editor .monaco-editor');
      return editor && getComputedStyle(editor).color !== before;
    }, lightText);
  });

  it('can be chosen, and stay chosen', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    const dark = await background();
    expect(dark).not.toBe('rgb(255, 255, 255)');
    await page.reload();
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    expect(await background()).toBe(dark);
    await page.getByRole('button', { name: 'As the system' }).click();
    expect(await background()).toBe('rgb(255, 255, 255)');
  });
});

describe.each(themes)('in %s colours', theme => {
  beforeAll(async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: theme === 'light' ? 'Light' : 'Dark', exact: true }).click();
    await page.mouse.move(640, 400);
  });

  it('everything of ours can be read and has a name', async () => {
    await hands.panel('Examples');
    await hands.runUntil('"Intro call"');
    await page
      .getByLabel('About the answer')
      .filter({ hasText: /of \d+ points left/ })
      .waitFor();
    expect(await faults()).toEqual([]);
    await screenshot(page, `looks-${theme}-examples`);
    await hands.panel('Guides');
    const guides = page.getByRole('region', { name: 'Guides' });
    const back = guides.getByRole('button', { name: /All guides/ });
    if (await back.count()) await back.click();
    expect(await faults()).toEqual([]);
    await guides.getByRole('button', { name: 'Errors and their codes' }).click();
    await guides.getByLabel('Search the codes').waitFor();
    expect(await faults()).toEqual([]);
    await hands.panel('Live log');
    expect(await faults()).toEqual([]);
    await hands.signIn(adaKey);
    await hands.openAccount();
    expect(await faults()).toEqual([]);
    await screenshot(page, `looks-${theme}-account`);
    await page.getByRole('button', { name: 'Forget the credential' }).click();
    await page.getByText('Not signed in.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('contrast is what is measured', async () => {
    await page.addStyleTag({ content: '.page-part { color: #8888 !important }' });
    expect((await faults()).some(fault => fault.startsWith('color-contrast'))).toBe(true);
    await page.reload();
    await page.getByRole('button', { name: /^Execute query/ }).waitFor();
  });
});

describe('on a telephone', () => {
  beforeAll(async () => {
    await page.setViewportSize(NARROW);
    await page.reload();
    await page.getByRole('button', { name: /^Show Examples/ }).waitFor();
  });

  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('shows one thing at a time, none wider than the screen', async () => {
    await hands.panel('Examples');
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    expect(await overflow()).toBe(0);
    await screenshot(page, 'narrow-examples');
    await page.locator('.example-name', { hasText: / EventTypePage$/ }).click();
    await page.getByRole('heading', { name: 'Examples' }).waitFor({ state: 'hidden' });
    await hands.runUntil('"Intro call"');
    await page.getByLabel('About the answer').waitFor();
    expect(await overflow()).toBe(0);
    const [query, response] = await Promise.all(
      ['.graphiql-query-editor', '.graphiql-response'].map(place => page.locator(place).boundingBox()),
    );
    expect(query?.width).toBeGreaterThan(300);
    expect(query?.height).toBeGreaterThan(100);
    expect(response?.y).toBeGreaterThan((query?.y ?? 0) + (query?.height ?? 0) - 1);
    expect(response?.height).toBeGreaterThan(200);
    await screenshot(page, 'narrow-answer');
  });

  it('lets one sign in, and watch', async () => {
    await hands.openAccount();
    await screenshot(page, 'narrow-account');
    expect(await overflow()).toBe(0);
    await page.keyboard.press('Escape');
    await hands.panel('Live log');
    await page.getByText('Run a subscription, such as').waitFor();
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: 'Hide Live log' }).click();
  });
});

describe('by keys alone', () => {
  it('one comes to the account and back', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    const button = page.locator('.account > button');
    await button.waitFor();
    for (let pressed = 0; pressed < 12; pressed += 1) {
      await page.keyboard.press('Tab');
      if (await button.evaluate(element => element === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', { name: 'Who is asking' });
    await menu.waitFor();
    await page.keyboard.press('Tab');
    expect(await menu.evaluate(element => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    expect(await button.evaluate(element => element === document.activeElement)).toBe(true);
  });
});

describe('another contract', () => {
  it('has a page of its own, with its address, its tabs and what it can be asked', async () => {
    await page.getByRole('button', { name: 'As the system' }).click();
    await page.getByRole('link', { name: 'Public' }).click();
    await page.waitForURL(/\/playground\/public\/$/);
    const asked = page.waitForRequest(request => request.url().endsWith('/graphql/public'));
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    await asked;
    const tabs = await page.locator('.graphiql-tab-button').allInnerTexts();
    expect(tabs).toContain('CreateBooking');
    expect(tabs).not.toContain('BookingChanged');
  });

  it('asks for a version where one is named, and in the socket too', async () => {
    const offered = await page
      .locator('.version option')
      .evaluateAll(options => options.map(option => option.getAttribute('value')));
    expect(offered.sort()).toEqual(graph.gateway.supergraph.current.versions);
    const asked = page.waitForRequest(request => request.headers()['almanac-version'] === '2026-11-01');
    await page.getByLabel('Version').fill('2026-11-01');
    await asked;
    const init = new Promise<string>(resolve =>
      page.on('websocket', socket =>
        socket.on('framesent', ({ payload }) => {
          if (String(payload).includes('connection_init')) resolve(String(payload));
        }),
      ),
    );
    await hands.show('SlotsChanged');
    await hands.run();
    expect(JSON.parse(await init)).toMatchObject({ payload: { 'almanac-version': '2026-11-01' } });
  });

  it('hides what its schema has no field for', async () => {
    await page.goto(new URL('/playground/', graph.url).href);
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    const all = await page.locator('.example').count();
    await page.route('**/graphql', async route => {
      const response = await route.fetch();
      const text = await response.text();
      const body = text.includes('"__schema"')
        ? text.replaceAll('"name":"explainSlot"', '"name":"elsewhere"')
        : text;
      await route.fulfill({ response, body });
    });
    await page.reload();
    await page.locator('.example').first().waitFor();
    await page.waitForFunction(before => {
      const { length } = document.querySelectorAll('.example');
      return length > 0 && length < before;
    }, all);
    expect(await page.locator('.example-name', { hasText: 'ExplainSlot' }).count()).toBe(0);
    expect(await page.locator('.example-name', { hasText: 'CreateBooking' }).count()).toBe(1);
  });

  it('has seen no error and asked nobody else', () => {
    expect(visit.complaints).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });
});
