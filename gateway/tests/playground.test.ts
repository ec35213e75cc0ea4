import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { Browser, Page } from 'playwright-core';
import { projectFolder } from '#platform/config.ts';
import { type ExampleFacts, nextMonday } from '../playground/page/example-facts.ts';
import { exampleGroups } from '../playground/page/examples.ts';
import { codesInPage, guides } from '../playground/page/guide-pages.ts';
import { type OperationSource, operationsIn } from '../playground/page/operation-source.ts';
import { openBrowser, openPage, screenshot, type WatchedPage } from './kit/browser.ts';
import type { TestGraph } from './kit/graph.ts';
import { handsOn, startPlayground } from './kit/playground.ts';
import { sessionOf } from './kit/sessions.ts';

/** What there may be in the only field of an example. */
interface Outcome {
  __typename?: string;
  booking?: { id: string };
  manageToken?: string;
}

let graph: TestGraph;
let adaKey: string;
let address: string;
let documents: Map<string, OperationSource>;

const examples = exampleGroups.flatMap(group => Object.entries(group.examples));
const textOf = (name: string) => documents.get(name)?.text ?? '';

beforeAll(async () => {
  const folder = join(projectFolder, 'examples/operations');
  const files = (await readdir(folder)).filter(name => name.endsWith('.graphql'));
  const sources = await Promise.all(files.map(name => readFile(join(folder, name), 'utf8')));
  documents = new Map(sources.flatMap(source => [...operationsIn(source)]));
  ({ graph, adaKey, address } = await startPlayground());
});
afterAll(() => graph.stop());

describe('the page', () => {
  const load = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, graph.url), { headers });

  it('is asked for anew every time and forbids itself what it does not need', async () => {
    const response = await load('/playground');
    const { headers } = response;
    expect(response.url).toMatch(/\/playground\/$/);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(await response.text()).toContain('<title>Almanac playground</title>');
  });

  it('names assets that may be kept for good, and are sent compressed', async () => {
    const page = await (await load('/playground/')).text();
    const assets = [...page.matchAll(/(?:src|href)="\/playground\/(assets\/[^"]+)"/g)].map(
      match => match[1] ?? '',
    );
    const types: Record<string, string> = {
      js: 'application/javascript; charset=utf-8',
      css: 'text/css; charset=utf-8',
      svg: 'image/svg+xml',
    };
    expect(new Set(assets.map(asset => asset.split('.').at(-1)))).toEqual(new Set(Object.keys(types)));
    for (const asset of assets) {
      const { headers } = await load(`/playground/${asset}`, { 'accept-encoding': 'br' });
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toBe(types[asset.split('.').at(-1) ?? '']);
      expect(headers.get('content-encoding')).toBe('br');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is what the root shows, and nothing else is below it', async () => {
    expect((await load('/')).url).toMatch(/\/playground\/$/);
    const others = ['nothing', 'assets/', 'index.html', '..%2fstandalone.js'];
    for (const path of others) {
      const { status } = await load(`/playground/${path}`);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });

  it('tells the keys of the demo to nobody but a page of its own on the same machine', async () => {
    const ask = (headers: Record<string, string>) => load('/playground/demo-keys', headers);
    const own = { 'sec-fetch-site': 'same-origin' };
    expect(await (await ask(own)).json()).toMatchObject({ ada: adaKey });
    const others = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { ...own, 'x-forwarded-for': '203.0.113.7' },
      { ...own, forwarded: 'for=203.0.113.7' },
    ];
    for (const headers of others) {
      const response = await ask(headers);
      expect([headers, response.status]).toEqual([headers, 403]);
      expect(await response.text()).not.toContain(adaKey);
    }
  });
});

describe('the examples', () => {
  it('are documents that hold for the graph', async () => {
    const schema = buildSchema(await readFile(join(projectFolder, 'schema/api.graphql'), 'utf8'));
    for (const [name] of examples) {
      expect([name, validate(schema, parse(textOf(name))).map(String)]).toEqual([name, []]);
    }
  });

  it('all run against the demo, as they are', async () => {
    const monday = nextMonday(new Date(graph.now()));
    const facts: ExampleFacts = { monday, attempt: 'test', booking: null, isLocal: true };
    const mutations: Record<string, string> = {};
    for (const [name, example] of examples) {
      const text = textOf(name);
      // Of these the browser runs one.
      if (/^subscription /m.test(text)) continue;
      const options = example.needsKey ? { key: adaKey } : {};
      const variables = example.variables(facts);
      const { body } = await graph.execute<Record<string, Outcome>, object>(text, variables, options);
      expect([name, body.errors ?? []]).toEqual([name, []]);
      const [result] = Object.values(body.data ?? {});
      expect([name, result]).not.toEqual([name, null]);
      if (/^mutation /m.test(text)) mutations[name] = result?.__typename ?? '';
      if (result?.booking && result.manageToken) {
        facts.booking = { id: result.booking.id, manageToken: result.manageToken };
      }
    }
    expect(mutations).toEqual({
      HoldSlot: 'SlotHeld',
      CreateBooking: 'BookingCreated',
      RescheduleBooking: 'BookingRescheduled',
      CancelBooking: 'BookingCancelled',
      CreateWebhookEndpoint: 'WebhookEndpointCreated',
    });
  });

  it('say that they need a key where they do', async () => {
    const monday = nextMonday(new Date(graph.now()));
    const facts: ExampleFacts = { monday, attempt: 'anonymous', booking: null, isLocal: true };
    for (const [name, { needsKey, needsBooking, variables }] of examples) {
      if (!needsKey || needsBooking || /^(subscription|mutation) /m.test(textOf(name))) continue;
      const { body } = await graph.execute<unknown, object>(textOf(name), variables(facts));
      expect([name, Boolean(body.errors) || Object.values(body.data ?? {}).includes(null)]).toEqual([
        name,
        true,
      ]);
    }
  });
});

describe('a visitor', () => {
  let browser: Browser;
  let visit: WatchedPage;
  let page: Page;
  let hands: ReturnType<typeof handsOn>;

  beforeAll(async () => {
    browser = await openBrowser();
    visit = await openPage(browser, address);
    page = visit.page;
    hands = handsOn(page);
  });
  afterAll(() => browser.close());

  it('finds the examples open, and runs one without a key', async () => {
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    const tabs = await page.locator('.graphiql-tab-button').allInnerTexts();
    expect(tabs).toEqual(examples.flatMap(([name, { isOpen }]) => (isOpen ? [name] : [])));
    await hands.runUntil('"Intro call"');
    const about = page.getByLabel('About the answer');
    await about.filter({ hasText: /200.*ms.*B.*cost \d+.*id /s }).waitFor();
  });

  it('finds an example by its words, and nothing by others', async () => {
    const search = page.getByLabel('Search the examples');
    await search.fill('turns zebra');
    await page.getByText('No example like that.').waitFor();
    await search.fill('even turns');
    await page.locator('.example-name', { hasText: 'Fairness' }).waitFor();
    expect(await page.locator('.example').count()).toBeLessThan(5);
    await search.fill('');
  });

  it('signs in as somebody of the demo, and reads what the key may do', async () => {
    const menu = await hands.openAccount();
    await menu.getByText('Not signed in.').waitFor();
    await menu.getByRole('button', { name: 'Grace' }).click();
    await menu.getByText('Signed in as Grace Hopper').waitFor();
    await menu.getByText('API key “Demo”').waitFor();
    await menu.getByText('BOOKING_READ').waitFor();
    await menu.getByText('never', { exact: true }).waitFor();
    await menu.getByRole('button', { name: 'Forget the credential' }).click();
    await menu.getByText('Not signed in.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('signs in with a key, which is in no address and no lasting storage, and sees a query answered', async () => {
    await hands.signIn(adaKey);
    expect(await page.locator('.account > button').innerText()).toContain('Ada Lovelace');
    const kept = await page.evaluate(() => ({
      address: window.location.href,
      lasting: JSON.stringify({ ...localStorage }),
      tab: JSON.stringify({ ...sessionStorage }),
    }));
    expect(kept.tab).toContain(adaKey);
    expect(kept.address + kept.lasting).not.toContain(adaKey);
    await hands.show('ExplainSlot');
    await hands.run();
    await hands.answer('"The host does not work then."');
    await screenshot(page, 'playground-query');
  });

  it('books, and finds the booking filled in where it can be cancelled', async () => {
    await hands.show('CreateBooking');
    await hands.run();
    await hands.answer('BookingCreated');
    await hands.show('CancelBooking');
    await page.getByLabel('Variables').filter({ hasText: 'mng_' }).waitFor();
    await hands.run();
    await hands.answer('BookingCancelled');
  });

  it('reads the guides', async () => {
    await hands.panel('Guides');
    const panel = page.getByRole('region', { name: 'Guides' });
    await panel.getByRole('button', { name: 'Subscriptions' }).click();
    await panel.getByRole('heading', { name: 'Readers that are too slow' }).waitFor();
    await panel.getByRole('button', { name: /All guides/ }).click();
  });

  it('reads descriptions and what may come of a mutation in the documentation', async () => {
    await hands.panel('Documentation Explorer');
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByRole('link', { name: 'Mutation' }).click();
    await docs.getByRole('link', { name: 'CancelBookingResult' }).first().click();
    await docs.getByRole('link', { name: 'BookingCancelled' }).waitFor();
  });

  it('finds own edits and the key again after a reload', async () => {
    await hands.show('BookingChanged');
    const query = page.getByLabel('Operation Editor');
    await query.locator('.view-lines').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# my own ');
    // GraphiQL keeps tabs half a second after the last change.
    await page.waitForFunction(() =>
      Object.values({ ...localStorage }).some(
        value => `${value}`.includes('"activeTabIndex"') && `${value}`.includes('# my own'),
      ),
    );
    await page.reload();
    await page.locator('.account > button', { hasText: 'Ada Lovelace' }).waitFor();
    await page.locator('.graphiql-tab-active', { hasText: 'BookingChanged' }).waitFor();
    await query.filter({ hasText: /#\smy\sown\s/ }).waitFor();
  });

  it('has seen no error and asked nobody else', () => {
    expect(visit.complaints).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });

  it('is told that a key is wrong, beside the field and over HTTP, and what its code means', async () => {
    const menu = await hands.openAccount();
    await menu.getByLabel('API key or access token').fill('alm_test_wrong');
    await menu.getByText('The credential is refused: The end of the API key is missing.').waitFor();
    await page.keyboard.press('Escape');
    await hands.show('Me');
    await hands.run();
    await hands.answer('"The end of the API key is missing."');
    const code = page.getByLabel('About the answer').getByRole('button').first();
    const name = await code.innerText();
    expect(name).toMatch(/^[A-Z_]+$/);
    await code.click();
    await page.getByRole('region', { name: 'Guides' }).locator('dt', { hasText: name }).waitFor();
    await screenshot(page, 'playground-errors');
    await hands.openAccount();
    await menu.getByRole('button', { name: 'Forget the credential' }).click();
    await menu.getByText('Not signed in.').waitFor();
  });
});

describe('who is asking', () => {
  let browser: Browser;
  let page: Page;
  let hands: ReturnType<typeof handsOn>;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await openPage(browser, address));
    hands = handsOn(page);
  });
  afterAll(() => browser.close());

  it('is a session that the browser has, until it is ended', async () => {
    const mary = await graph.signUp({ name: 'Mary Somerville' });
    const { token } = await sessionOf(graph, mary);
    const status = await page.evaluate(async sessionToken => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ sessionToken });
      return (await fetch('/session', { method: 'POST', headers, body })).status;
    }, token);
    expect(status).toBe(204);
    await page.reload();
    await page.locator('.account > button', { hasText: 'Mary Somerville' }).waitFor();
    await hands.show('Me');
    await hands.runUntil('Mary Somerville');
    const menu = await hands.openAccount();
    await menu.getByText('Session of this browser').waitFor();
    await menu.getByText('Expires').waitFor();
    await menu.getByRole('button', { name: 'Sign out' }).click();
    await menu.getByText('Not signed in.').waitFor();
    await page.keyboard.press('Escape');
    await hands.run();
    await hands.answer('UNAUTHENTICATED');
  });

  it('is not told of a key that may not read profiles, which works all the same', async () => {
    const { key } = await graph.signUp({ scopes: ['BOOKING_READ'] });
    const menu = await hands.openAccount();
    await menu.getByLabel('API key or access token').fill(key);
    await menu.getByText('The credential works, within limits:').waitFor();
    await page.keyboard.press('Escape');
    await hands.show('PartnerBookings');
    await hands.run();
    await hands.answer('"bookings"');
  });
});

describe('the list of codes', () => {
  it('holds every code and what it means, from the page that is written from the registry', async () => {
    const { errorCodes } = await import('#platform/errors.ts');
    const page = await readFile(join(projectFolder, 'docs/errors.md'), 'utf8');
    const codes = codesInPage(page);
    const expected = Object.entries(errorCodes).map(([code, { status }]) => ({ code, status }));
    expect(codes.filter(({ status }) => status !== null)).toMatchObject(expected);
    expect(codes.find(({ code }) => code === 'HANDLE_TAKEN')).toMatchObject({ status: null });
    expect(codes.every(({ meaning }) => meaning.length > 10)).toBe(true);
  });

  it('stands among guides that are all there', async () => {
    const files = await readdir(join(projectFolder, 'docs'));
    expect(Object.keys(guides).filter(name => !files.includes(`${name}.md`))).toEqual([]);
  });
});
