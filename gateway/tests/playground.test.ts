import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { projectFolder } from '#platform/config.ts';
import { BookingChangedDocument } from '../../examples/operations/operations.generated.ts';
import { demoTeam, demoUsers, mintDemoKeys, seedIdentity } from '../../subgraphs/identity/seed.ts';
import { demoEventTypes, seedScheduling } from '../../subgraphs/scheduling/seed.ts';
import { type ExampleFacts, nextMonday } from '../playground/page/example-facts.ts';
import { exampleGroups } from '../playground/page/examples.ts';
import { operationsIn } from '../playground/page/operation-source.ts';
import { openBrowser, openPage, screenshot, type WatchedPage } from './kit/browser.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { book, slotsOf } from './kit/stories.ts';

/** What there may be in the only field of an example. */
interface Outcome {
  __typename?: string;
  booking?: { id: string };
  manageToken?: string;
}

let graph: TestGraph;
let adaKey: string;
let address: string;

beforeAll(async () => {
  if (!existsSync(join(projectFolder, 'dist/playground/index.html'))) {
    throw new Error('The playground is not built: run `npm run build`.');
  }
  graph = await startGraph({ playground: true });
  const { identity, scheduling } = graph.apps;
  await seedIdentity(identity.openContext);
  const people = {
    ada: demoUsers.ada.id,
    grace: demoUsers.grace.id,
    katherine: demoUsers.katherine.id,
    team: demoTeam.id,
  };
  await seedScheduling(scheduling.openContext, people);
  adaKey = (await mintDemoKeys(identity.openContext)).ada;
  address = new URL('/playground', graph.url).href;
});
afterAll(() => graph.stop());

describe('the page', () => {
  const load = (path: string) => fetch(new URL(path, graph.url));

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

  it('names assets that may be kept for good', async () => {
    const page = await (await load('/playground/')).text();
    const assets = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(match => match[1] ?? '');
    const types: Record<string, string> = {
      js: 'application/javascript; charset=utf-8',
      css: 'text/css; charset=utf-8',
      svg: 'image/svg+xml',
    };
    expect(new Set(assets.map(asset => asset.split('.').at(-1)))).toEqual(new Set(Object.keys(types)));
    for (const asset of assets) {
      const { headers } = await load(`/playground/${asset}`);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toBe(types[asset.split('.').at(-1) ?? '']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is what the root shows, and nothing else is below it', async () => {
    expect((await load('/')).url).toMatch(/\/playground\/$/);
    for (const path of ['/playground/nothing', '/playground/assets/', '/playground/..%2fstandalone.js']) {
      const { status } = await load(path);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });
});

describe('the examples', () => {
  it('all run against the demo', async () => {
    const files = ['booking-page', 'dashboard', 'console', 'partner'];
    const sources = await Promise.all(
      files.map(file => readFile(join(projectFolder, `examples/operations/${file}.graphql`), 'utf8')),
    );
    const documents = new Map(sources.flatMap(source => [...operationsIn(source)]));
    const monday = nextMonday(new Date(graph.now()));
    const facts: ExampleFacts = { monday, attempt: 'test', booking: null, isLocal: true };
    const outcomes: Record<string, string> = {};
    for (const [name, example] of exampleGroups.flatMap(group => Object.entries(group.examples))) {
      const text = documents.get(name)?.text ?? '';
      expect(text).toMatch(/^(#|query|mutation|subscription)/);
      // The browser runs it.
      if (text.includes('subscription ')) continue;
      const options = example.needsKey ? { key: adaKey } : {};
      const answer = await graph.execute<Record<string, Outcome>, object>(
        text,
        example.variables(facts),
        options,
      );
      const [result = {}] = Object.values(answer.data);
      const { booking, manageToken } = result;
      if (booking && manageToken) facts.booking = { id: booking.id, manageToken };
      outcomes[name] = result.__typename ?? 'data';
    }
    expect(outcomes).toEqual({
      EventTypePage: 'data',
      Slots: 'data',
      CreateBooking: 'BookingCreated',
      ExplainSlot: 'data',
      BookingForGuest: 'data',
      RescheduleBooking: 'BookingRescheduled',
      CancelBooking: 'BookingCancelled',
      Me: 'data',
      DashboardBookings: 'data',
      BookingHistory: 'data',
      PartnerBookings: 'data',
      CreateWebhookEndpoint: 'WebhookEndpointCreated',
      ApiKeys: 'data',
    });
  });
});

describe('a visitor', () => {
  let browser: Browser;
  let visit: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    visit = await openPage(browser, address);
    page = visit.page;
  });
  afterAll(() => browser.close());

  const show = (name: string) => page.locator('.example-name', { hasText: new RegExp(` ${name}$`) }).click();
  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
  /** Waits until the response pane shows it. */
  const answer = (text: string | RegExp) =>
    page.getByLabel('Result Window').filter({ hasText: text }).waitFor();
  const status = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

  it('finds the examples open, and runs one without a key', async () => {
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    await status('Not signed in.');
    const tabs = await page.locator('.graphiql-tab-button').allInnerTexts();
    expect(tabs).toEqual(
      exampleGroups.flatMap(({ examples }) =>
        Object.entries(examples).flatMap(([name, example]) => (example.isOpen ? [name] : [])),
      ),
    );
    // GraphiQL drops a click that comes before its editors are there, as nobody's hand would.
    const intro = page.getByLabel('Result Window').filter({ hasText: '"Intro call"' });
    await until(async () => {
      await run();
      return intro.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
  });

  it('signs in with a key and sees a query answered', async () => {
    await page.getByLabel('API key', { exact: true }).fill(adaKey);
    await status('Signed in as Ada Lovelace');
    await show('ExplainSlot');
    await run();
    await answer('"The host does not work then."');
    await screenshot(page, 'playground-query');
  });

  it('books, and finds the booking filled in where it can be cancelled', async () => {
    await show('CreateBooking');
    await run();
    await answer('BookingCreated');
    await show('CancelBooking');
    await page.getByLabel('Variables').filter({ hasText: 'mng_' }).waitFor();
    await run();
    await answer('BookingCancelled');
  });

  it('watches a booking happen', async () => {
    await show('BookingChanged');
    await run();
    await status(/^Live/);
    // The socket is there before the subscription is. One that begins later tells that this one has begun.
    const later = await graph.watch(adaKey, BookingChangedDocument);
    const [slot] = await slotsOf(graph, demoEventTypes['ada/intro']);
    const booking = await book(graph, demoEventTypes['ada/intro'], slot);
    await answer(booking.id);
    later.end();
    await status('1 result.');
    await screenshot(page, 'playground-subscription');
    await page.getByRole('button', { name: /^Stop/ }).click();
  });

  it('finds own edits and the key again after a reload', async () => {
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
    await status('Signed in as Ada Lovelace');
    await page.locator('.graphiql-tab-active', { hasText: 'BookingChanged' }).waitFor();
    await query.filter({ hasText: /#\smy\sown\s/ }).waitFor();
  });

  it('has seen no error and asked nobody else', () => {
    expect(visit.complaints).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });

  it('is told that a key is wrong, over HTTP and over the socket', async () => {
    await page.getByLabel('API key', { exact: true }).fill('alm_test_wrong');
    await status('The end of the API key is missing.');
    await run();
    await answer('"The end of the API key is missing."');
    await page.getByRole('button', { name: 'Clear the API key' }).click();
    await status('Not signed in.');
  });
});
