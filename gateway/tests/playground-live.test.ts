import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { BookingChangedDocument } from '../../examples/operations/operations.generated.ts';
import { demoEventTypes } from '../../subgraphs/scheduling/seed.ts';
import { openBrowser, openPage, screenshot, type WatchedPage } from './kit/browser.ts';
import { until } from './kit/collect.ts';
import type { TestGraph } from './kit/graph.ts';
import { handsOn, startPlayground } from './kit/playground.ts';
import { book, slotsOf } from './kit/stories.ts';
import { startTcpProxy, type TcpProxy } from './kit/tcp-proxy.ts';

let graph: TestGraph;
let adaKey: string;
let line: TcpProxy;
let browser: Browser;
let visit: WatchedPage;
let page: Page;
let hands: ReturnType<typeof handsOn>;

beforeAll(async () => {
  let address: string;
  ({ graph, adaKey, address } = await startPlayground());
  line = await startTcpProxy(Number(new URL(address).port));
  browser = await openBrowser();
  visit = await openPage(browser, `http://127.0.0.1:${line.port}/playground/`);
  page = visit.page;
  hands = handsOn(page);
  await page.getByRole('heading', { name: 'Examples' }).waitFor();
  await hands.signIn(adaKey);
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await graph?.stop();
});

const log = () => page.getByRole('region', { name: 'Live log' });
const tool = (name: string | RegExp) => log().getByRole('button', { name });
const started = () => graph.gateway.subscriptions.stats().started;
const rows = (text: string | RegExp) => log().locator('.live-event', { hasText: text });
const notes = (text: string | RegExp) => log().locator('.live-note', { hasText: text });

async function bookNext(): Promise<string> {
  const [slot] = await slotsOf(graph, demoEventTypes['ada/intro'], { first: 1 });
  return (await book(graph, demoEventTypes['ada/intro'], slot)).id;
}

/** Runs what is shown; what is committed from now on is delivered. */
async function subscribe(): Promise<void> {
  const before = started();
  await until(async () => {
    await hands.run();
    return notes('Subscribed to')
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await until(() => started() > before);
  // It shares what the gateway hears: another one that has begun tells that it hears by now.
  (await graph.watch(adaKey, BookingChangedDocument)).end();
}

const stop = () => page.getByRole('button', { name: /^Stop/ }).click();

/** Cuts the line, has something happen, and lets the page connect again. */
async function missOne(): Promise<string> {
  await line.become('refused');
  await log().getByText('The line broke.').waitFor();
  const id = await bookNext();
  const before = started();
  await line.become('open');
  await log().getByRole('status').filter({ hasText: 'Live' }).waitFor();
  await until(() => started() > before);
  return id;
}

/** Another text in the tab that is shown. */
async function write(query: string): Promise<void> {
  await page.getByLabel('Operation Editor').locator('.view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(query);
}

describe('the live log', () => {
  it('says what to do before anything is subscribed', async () => {
    await hands.panel('Live log');
    await log().getByText('Run a subscription, such as').waitFor();
    await log().getByText('Not subscribed').waitFor();
  });

  it('lists what happens, with cursor, size and time', async () => {
    await hands.show('BookingChanged');
    await subscribe();
    const id = await bookNext();
    await hands.answer(id);
    await bookNext();
    await log().getByText('2 received').waitFor();
    await log().getByText('0 missed').waitFor();
    expect(await rows('BOOKING_CREATED').count()).toBe(2);
    const [newest] = await rows('BOOKING_CREATED').allInnerTexts();
    expect(newest).toMatch(/\d\d:\d\d:\d\d\.\d{3}/);
    expect(newest).toMatch(/#2 · \S+\s+[\d.]+ k?B/);
    await rows(/#1/).getByRole('button').click();
    await rows(/#1/).locator('pre', { hasText: id }).waitFor();
    await screenshot(page, 'playground-subscription');
    await rows(/#1/).getByRole('button').click();
  });

  it('stands still while it is paused, and counts on', async () => {
    await tool('Pause').click();
    await bookNext();
    await tool('Go on (1 new)').waitFor();
    expect(await rows('BOOKING_CREATED').count()).toBe(2);
    await tool(/^Go on/).click();
    await rows(/#3/).waitFor();
  });

  it('shows what holds a text', async () => {
    const filter = log().getByLabel('Filter');
    const id = await bookNext();
    await rows(/#4/).waitFor();
    await filter.fill(id);
    await until(async () => (await rows('BOOKING_CREATED').count()) === 1);
    await filter.fill('no such thing');
    await log().getByText('Nothing here holds that.').waitFor();
    await filter.fill('');
    await rows(/#1/).waitFor();
  });

  it('is cleared, and goes on', async () => {
    await tool('Clear').click();
    await log().getByText('Waiting for the first event.').waitFor();
    await bookNext();
    await rows(/#5/).waitFor();
    expect(await rows('BOOKING_CREATED').count()).toBe(1);
  });

  it('misses nothing when the line breaks', async () => {
    const id = await missOne();
    await notes('1006').first().waitFor();
    await notes(/Connected again, resumed after \S+: 0 events missed/).waitFor();
    await log().getByText('6 received').waitFor();
    await hands.answer(id);
    await log().getByText('0 missed').waitFor();
  });

  it('resumes after the last cursor when one stopped it', async () => {
    await stop();
    await notes('Stopped.').waitFor();
    const id = await bookNext();
    await tool(/^Resume after/).click();
    await notes(/Subscribed to BookingChanged, resumed after/).waitFor();
    await hands.answer(id);
    await stop();
  });

  it('says what was missed without a cursor, which is what would have been missed', async () => {
    await write('subscription { bookingChanged { kind booking { id } } }');
    await tool('Clear').click();
    await subscribe();
    await log().getByText('Select `cursor`').first().waitFor();
    const first = await bookNext();
    await hands.answer(first);
    const missed = await missOne();
    await log().getByText('some may be missed').waitFor();
    (await graph.watch(adaKey, BookingChangedDocument)).end();
    const later = await bookNext();
    await hands.answer(later);
    const results = await log().locator('.live-event').count();
    expect(results).toBe(2);
    await log().getByLabel('Filter').fill(missed);
    await log().getByText('Nothing here holds that.').waitFor();
    await log().getByLabel('Filter').fill('');
    await stop();
  });

  it('has a wrong credential explained', async () => {
    const menu = await hands.openAccount();
    await menu.getByLabel('API key or access token').fill('alm_test_wrong');
    await menu.getByText('The credential is refused').waitFor();
    await page.keyboard.press('Escape');
    await hands.run();
    await notes(/4401\. The credential is not taken/).waitFor();
    await hands.answer('"The end of the API key is missing."');
    await notes('The subscription is over.').first().waitFor();
  });

  it('has seen no violation of the policy, and asked nobody else', () => {
    // The line was cut, and a key was wrong.
    const unexpected = visit.complaints.filter(text => !/WebSocket|status of 401|ERR_/.test(text));
    expect(unexpected).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });
});

describe('what the server says', () => {
  let socket: WebSocketRoute;
  let gap: { missed: number; after: string | null } | null = null;

  beforeAll(async () => {
    await page.routeWebSocket(/\/graphql$/, route => {
      socket = route;
      const server = route.connectToServer();
      server.onMessage(text => {
        const message = JSON.parse(String(text)) as { type: string; payload?: object };
        const changed = { ...message, payload: { ...message.payload, extensions: { gap } } };
        route.send(gap && message.type === 'next' ? JSON.stringify(changed) : text);
      });
    });
    await page.reload();
    await hands.signIn(adaKey);
    await hands.show('BookingChanged');
    await subscribe();
  });

  it('of events that it left out stands in the log, with a way to get them', async () => {
    gap = { missed: 3, after: 'MTIuMQ' };
    await bookNext();
    await notes('3 events were left out').waitFor();
    await log().getByText('3 missed').waitFor();
    gap = null;
    await stop();
    await notes('3 events were left out').getByRole('button', { name: 'Resume after MTIuMQ' }).click();
    await notes(/Subscribed to BookingChanged, resumed after MTIuMQ/).waitFor();
  });

  it('when it closes is put in words, and the page comes again where that helps', async () => {
    await bookNext();
    const before = started();
    await socket.close({ code: 1012, reason: 'The graph has changed.' });
    await notes(/1012\. The graph has changed/).waitFor();
    await notes(/Connected again, resumed after/).waitFor();
    await until(() => started() > before);
    await socket.close({ code: 4429, reason: 'TOO_MANY: Too many.' });
    await notes(/4429\. Too many subscriptions/).waitFor();
    await log().getByRole('status').filter({ hasText: 'Stopped' }).waitFor();
    await hands.answer('Too many.');
    expect(await notes(/Connected again/).count()).toBe(1);
  });
});
